import { answer, error, lobby } from "../answers";
import { fails, type Row } from "./row";

/** Error responses of the service. */
export const refusals: readonly Row[] = [
  {
    fault: "ResourceNotFoundException",
    script: [error(404, "ResourceNotFoundException", "gone", { resourceId: lobby, resourceType: "ROOM" })],
    outcome: fails(
      "RoomNotFoundError",
      /there is no such (room|logging configuration) \(ResourceNotFoundException\); check the ARN/,
    ),
    requests: 1,
  },
  {
    fault: "AccessDeniedException",
    script: [error(403, "AccessDeniedException", "User: x is not authorized")],
    outcome: fails(
      "AccessDeniedError",
      /access denied: User: x is not authorized; grant ivschat:(GetRoom|ListRooms|GetLoggingConfiguration) to the user or role that runs Pulumi/,
    ),
    requests: 1,
  },
  {
    fault: "ValidationException",
    script: [
      error(400, "ValidationException", "bad", {
        reason: "FIELD_VALIDATION_FAILED",
        fieldList: [{ name: "identifier", message: "is odd" }],
      }),
    ],
    outcome: fails(
      "InvalidRoomIdentifierError",
      /rejected the request as invalid: bad \(identifier: is odd\)/,
    ),
    requests: 1,
  },
  {
    fault: "a ValidationException whose members have wrong types",
    script: [
      answer(
        400,
        { message: { no: "text" }, fieldList: "identifier" },
        {
          "x-amzn-errortype": "ValidationException",
        },
      ),
    ],
    outcome: fails("InvalidRoomIdentifierError", /rejected the request as invalid$/),
    requests: 1,
  },
  {
    fault: "an error message with terminal control sequences",
    script: [error(403, "AccessDeniedException", "\u001b[2J\u001b]0;title\u0007no\u202e\u009b2J")],
    outcome: fails("AccessDeniedError", /access denied: \[2J \]0;title no 2J; grant ivschat:/),
    requests: 1,
  },
  {
    fault: "an error message of 60 kB",
    script: [error(403, "AccessDeniedException", "no ".repeat(20_000))],
    outcome: fails("AccessDeniedError", /access denied: (no ){166}no…; grant ivschat:/),
    requests: 1,
  },
  {
    fault: "a ValidationException with many fields",
    script: [
      error(400, "ValidationException", "bad", {
        fieldList: Array.from({ length: 500 }, () => ({
          name: "identifier\u009b2J",
          message: "is odd ".repeat(10),
        })),
      }),
    ],
    outcome: fails(
      "InvalidRoomIdentifierError",
      /rejected the request as invalid: bad \(identifier 2J: is odd .*…\)/,
    ),
    requests: 1,
  },
  {
    fault: "an error whose request ID has terminal control characters",
    script: [
      answer(
        403,
        { message: "no" },
        { "x-amzn-errortype": "AccessDeniedException", "x-amzn-requestid": `\u009b2J${"r".repeat(5000)}` },
      ),
    ],
    outcome: fails("AccessDeniedError", /\(request 2Jr{98}…\)$/),
    requests: 1,
  },
  {
    fault: "PendingVerification",
    script: [error(403, "PendingVerification", "Your account is being verified")],
    outcome: fails(
      "RoomReadError",
      /the service answered 403 PendingVerification: Your account is being verified/,
    ),
    requests: 1,
  },
  {
    fault: "ConflictException",
    script: [error(409, "ConflictException", "no")],
    outcome: fails("RoomReadError", /the service answered 409 ConflictException: no/),
    requests: 1,
  },
  {
    fault: "ServiceQuotaExceededException",
    script: [error(402, "ServiceQuotaExceededException", "no")],
    outcome: fails("RoomReadError", /answered 402 ServiceQuotaExceededException/),
    requests: 1,
  },
  {
    fault: "UnrecognizedClientException",
    script: [error(403, "UnrecognizedClientException", "The security token is invalid")],
    outcome: fails(
      "CredentialsError",
      /credentials are not accepted \(UnrecognizedClientException: The security token is invalid\)/,
    ),
    requests: 1,
  },
  {
    fault: "ExpiredTokenException",
    script: [error(403, "ExpiredTokenException", "expired")],
    outcome: fails(
      "CredentialsError",
      /not accepted \(ExpiredTokenException: expired\); sign in again, for example: aws sso login/,
    ),
    requests: 1,
  },
  {
    fault: "InvalidSignatureException",
    script: [error(403, "InvalidSignatureException", "no")],
    outcome: fails("CredentialsError", /not accepted \(InvalidSignatureException/),
    requests: 1,
  },
  {
    fault: "MissingAuthenticationTokenException",
    script: [error(403, "MissingAuthenticationTokenException", "no")],
    outcome: fails("CredentialsError", /not accepted \(MissingAuthenticationTokenException/),
    requests: 1,
  },
  {
    fault: "an error that the SDK does not know",
    script: [error(418, "TeapotException", "short and stout")],
    outcome: fails("RoomReadError", /the service answered 418 TeapotException: short and stout/),
    requests: 1,
  },
  {
    fault: "500, always",
    script: [error(500, "InternalServerException", "oops")],
    outcome: fails("RoomReadError", /the service answered 500 InternalServerException: oops/),
    requests: 3,
  },
  {
    fault: "503, always",
    script: [error(503, "ServiceUnavailableException", "later")],
    outcome: fails("RoomReadError", /the service answered 503 ServiceUnavailableException: later/),
    requests: 3,
  },
  {
    fault: "429, always",
    isSlow: true,
    script: [error(429, "ThrottlingException", "Rate exceeded")],
    outcome: fails(
      "ThrottledError",
      /the service throttled every request for 5 seconds; other clients are using up the account's quota/,
    ),
  },
];
