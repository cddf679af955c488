/** The warnings and errors printed to the console. A test that expects a warning removes it. */
export const warnings: string[] = [];

export const takeWarnings = () => warnings.splice(0);
