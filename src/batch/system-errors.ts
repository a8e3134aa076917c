// What the operating system's refusals mean in plain words.

/** The reason of a path that goes through a file. */
export const throughFile = 'a part of the path is not a folder';

const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'the operation is not permitted',
  EISDIR: 'it is a folder',
  ENOTDIR: throughFile,
  ENOENT: 'it does not exist',
  EEXIST: 'it exists already',
  ENOSPC: 'there is no space left',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many files are open',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  EBUSY: 'it is in use',
  EIO: 'reading or writing failed',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB',
};

/** A caught file system error in a few words; any other error is a fault of ours and is thrown on. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return words[error.code] ?? `the system says ${error.code}`;
  }
  throw error;
}
