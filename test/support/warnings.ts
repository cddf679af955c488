/** What this process's console was given as warnings and errors, and no test has taken yet. */
export const warnings: string[] = [];

export const takeWarnings = () => warnings.splice(0);
