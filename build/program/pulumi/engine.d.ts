/** Whether the program runs under `pulumi.runtime.setMocks`. */
export declare function isMocked(): boolean;
