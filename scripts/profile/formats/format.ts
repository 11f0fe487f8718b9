import type {RootAt} from "#lib/profile/flame-svg.js";
import type {Profile} from "#lib/profile/profile.js";

/** What came from a file, and its name for messages. */
export interface Content {
  readonly bytes: Uint8Array;
  /** Named first in every error: the path, as short as it can be. */
  readonly place: string;
}

/** What the reader of a conversion may choose. */
export interface WriteOptions {
  /** The folder that paths in pictures are told from, with a slash at its end. */
  readonly base?: string;
  /** Keeps idle time in pictures. */
  readonly idle?: boolean;
  readonly rootAt?: RootAt;
  /** How long a sample stands for, in microseconds: for a profile that counts samples only. */
  readonly intervalUs?: number;
  /** Folded stacks with weights (microseconds) where samples are counted, too. */
  readonly weights?: boolean;
}

/** A kind of file that profiles come in. */
export interface Format {
  /** As `--from` and `--to` take it. */
  readonly name: string;
  /** What the name of a file ends in; the first is the usual one. */
  readonly endings: readonly string[];
  /** Left out where it can only be written. @throws ReaderError or ResultError that names file and place */
  readonly read?: (content: Content) => Profile;
  /** @throws ReaderError if the format cannot say what the profile says */
  readonly write: (profile: Profile, options: WriteOptions) => string | Uint8Array;
}
