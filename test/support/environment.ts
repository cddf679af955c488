/** Remembers this process's environment; the returned function puts it back. */
export function keepEnvironment(): () => void {
  const before = { ...process.env };
  return () => {
    for (const name of Object.keys(process.env))
      if (!(name in before)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  };
}

/** Keys to sign with, and nothing of the machine's own proxies, profiles and certificates; the returned function puts it all back. */
export function hideTheMachine(): () => void {
  const putBack = keepEnvironment();
  for (const name of Object.keys(process.env))
    if (/^AWS_|_proxy$/i.test(name)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: "AKIDTEST",
    AWS_SECRET_ACCESS_KEY: "test-secret",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/nonexistent/config",
    AWS_SHARED_CREDENTIALS_FILE: "/nonexistent/credentials",
  });
  return putBack;
}
