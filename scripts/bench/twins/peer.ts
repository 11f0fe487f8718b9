import type {CompiledLab} from "../../measure/compile.js";
import type {ToolFigure} from "./measured-by.js";

/** What one process of another tool measures. */
export interface PeerRequest {
  /** As our own fork has it. */
  readonly lab: CompiledLab;
  readonly variant: string;
  readonly size: number;
  /** Makes the data. */
  readonly seed: number;
  /** Whether the variant gives a text; else it gives a number. */
  readonly text: boolean;
}

/** The tool that readers of a language trust, ready to measure twins. */
export interface Peer {
  /** How it is asked, where that is not its default. */
  readonly settings: string;
  /** Its figure in one fresh process. @throws MeasurementError if it gives none */
  measure(request: PeerRequest): Promise<ToolFigure>;
}

/** How a peer is made ready. */
export interface PeerOptions {
  /** Whether it may be fetched, into a folder that Git ignores. */
  readonly install: boolean;
  readonly signal: AbortSignal;
  /** Told what takes long. */
  readonly say: (line: string) => void;
}
