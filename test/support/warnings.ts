/** The warnings and errors printed to this process's console that no test has taken. */
export const warnings: string[] = [];

export const takeWarnings = () => warnings.splice(0);
