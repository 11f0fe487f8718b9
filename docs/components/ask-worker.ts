/** What keeps a file from being read, and where in it. */
export interface Problem {
  readonly problem: string;
}

/** What is asked about a file, and how long the answer may take. */
export interface Question {
  readonly order: unknown;
  /** The file as messages name it. */
  readonly name: string;
  readonly seconds: number;
}

/**
 * Asks a Worker that is started for this question and ends with it: whatever a file holds, the page goes on.
 *
 * @param address of its script
 */
export async function askWorker<Answer>(address: string, question: Question): Promise<Answer | Problem> {
  const worker = new Worker(address, {type: "module"});
  try {
    return await firstAnswer<Answer>(worker, question);
  } finally {
    worker.terminate();
  }
}

function firstAnswer<Answer>(worker: Worker, {order, name, seconds}: Question): Promise<Answer | Problem> {
  return new Promise((resolve) => {
    const late = () => resolve({problem: `${name}: was not read within ${seconds} seconds`});
    const slow = setTimeout(late, seconds * 1000);
    const end = (answer: Answer | Problem) => {
      clearTimeout(slow);
      resolve(answer);
    };
    worker.onmessage = ({data}: MessageEvent<Answer>) => end(data);
    worker.onmessageerror = () => end({problem: `${name}: could not be read`});
    worker.onerror = ({message}) =>
      end({problem: `${name}: could not be read: ${message || "no Worker could be started"}`});
    worker.postMessage(order);
  });
}
