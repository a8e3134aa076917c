// Types of setup.mjs for the tests.
export declare const root: string;
export declare function isSupportedNode(version: string): boolean;
interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly optional?: boolean; readonly peer?: boolean }>
  >;
}
export declare function missingPackage(wanted: Lock, installed: Lock): string | undefined;
export declare function sourceHash(directory?: string): string;
export declare function buildStamp(
  directory?: string,
): { readonly hash: string; readonly types: boolean } | undefined;
export declare function setUp(): void;
