/** An error response of the service. The name is sent in a header, the members in the body. */
export class ServiceError extends Error {
  constructor(
    readonly status: number,
    override readonly name: string,
    readonly members: { readonly message: string } & Record<string, unknown>,
  ) {
    super(members.message);
  }
}

export const validation = (message: string, fields: { name: string; message: string }[] = []) =>
  new ServiceError(400, "ValidationException", {
    message,
    reason: fields.length > 0 ? "FIELD_VALIDATION_FAILED" : "OTHER",
    fieldList: fields,
  });

// ROOM is the only resource type in the service's API model, also for logging configurations.
const resource = (arn: string) => ({ resourceId: resourceIdOf(arn), resourceType: "ROOM" });

// The pattern of resource IDs in the API model does not allow hyphens, but ARNs may contain hyphens.
const resourceIdOf = (arn: string) => (arn.split("/").at(-1) ?? "").replace(/[^a-zA-Z0-9]/g, "") || "none";

export const notFound = (arn: string) =>
  new ServiceError(404, "ResourceNotFoundException", { message: "Resource not found", ...resource(arn) });

export const conflict = (arn: string, message: string) =>
  new ServiceError(409, "ConflictException", { message, ...resource(arn) });

export const quotaExceeded = (arn: string, limit: number) =>
  new ServiceError(402, "ServiceQuotaExceededException", {
    message: "Service quota exceeded",
    ...resource(arn),
    limit,
  });

export const throttled = (arn: string, limit: number) =>
  new ServiceError(429, "ThrottlingException", { message: "Rate exceeded", ...resource(arn), limit });

export const accessDenied = (account: string, accessKeyId: string, action: string, arn: string) =>
  new ServiceError(403, "AccessDeniedException", {
    message: `User: arn:aws:iam::${account}:user/${accessKeyId} is not authorized to perform: ${action} on resource: ${arn}`,
  });

const refused = (name: string, message: string) => new ServiceError(403, name, { message });

export const unsigned = () => refused("MissingAuthenticationTokenException", "Missing Authentication Token");

export const incompleteSignature = (message: string) => refused("IncompleteSignatureException", message);

export const badSignature = (message: string) => refused("InvalidSignatureException", message);

export const unknownKey = () =>
  refused("UnrecognizedClientException", "The security token included in the request is invalid.");

export const notServed = (operation: string) =>
  new ServiceError(501, "NotImplementedException", {
    message: `This local IVS Chat does not serve ${operation}: it holds rooms and logging configurations, and no chat`,
  });
