/** An error as the service answers it: its name goes into a header, its members into the body. */
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

// The service's enum of resource types knows only ROOM, for a logging configuration too.
export const notFound = (resourceId: string) =>
  new ServiceError(404, "ResourceNotFoundException", {
    message: "Resource not found",
    resourceId,
    resourceType: "ROOM",
  });

export const conflict = (resourceId: string, message: string) =>
  new ServiceError(409, "ConflictException", { message, resourceId, resourceType: "ROOM" });

export const quotaExceeded = (resourceId: string, limit: number) =>
  new ServiceError(402, "ServiceQuotaExceededException", {
    message: "Service quota exceeded",
    resourceId,
    resourceType: "ROOM",
    limit,
  });

export const throttled = (resourceId: string, limit: number) =>
  new ServiceError(429, "ThrottlingException", {
    message: "Rate exceeded",
    resourceId,
    resourceType: "ROOM",
    limit,
  });

export const accessDenied = (account: string, accessKeyId: string, action: string, resource: string) =>
  new ServiceError(403, "AccessDeniedException", {
    message: `User: arn:aws:iam::${account}:user/${accessKeyId} is not authorized to perform: ${action} on resource: ${resource}`,
  });

export const unsigned = () =>
  new ServiceError(403, "MissingAuthenticationTokenException", { message: "Missing Authentication Token" });
