/** Saves the environment of this process. The returned function restores it. */
export function keepEnvironment(): () => void {
  const before = { ...process.env };
  return () => {
    unset(...Object.keys(process.env).filter((name) => !(name in before)));
    Object.assign(process.env, before);
  };
}

/** Sets test credentials, and removes the machine's profiles, proxies, and certificates from the environment. */
export function hideTheMachine(): void {
  unset(...Object.keys(process.env).filter((name) => /^AWS_|_proxy$/i.test(name)));
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: "AKIDTEST",
    AWS_SECRET_ACCESS_KEY: "test-secret",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/nonexistent/config",
    AWS_SHARED_CREDENTIALS_FILE: "/nonexistent/credentials",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  });
}

export function unset(...names: string[]): void {
  for (const name of names) Reflect.deleteProperty(process.env, name);
}
