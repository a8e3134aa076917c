// Types of notices.mjs for the tests.
export declare function bundledPackages(inputs: readonly string[]): readonly string[];
export declare function thirdPartyNotices(folders: readonly string[]): string;
