import type {Question} from "../../../child.js";
import type {WarmupQuestion} from "../../../warmup-question.js";

/** Answers the question that this page was opened for, in a fresh Worker, and sends the answer home. */
async function answer(): Promise<void> {
  const body = await reply().then(JSON.stringify, (error: unknown) => JSON.stringify({error: String(error)}));
  await fetch("answer", {method: "POST", body});
}

/** `{"answer": …}` or `{"error": "…"}`, as every runtime replies. */
async function reply(): Promise<object> {
  if (!crossOriginIsolated) return {error: "its page is not isolated from other origins, so its clock is coarse"};
  const question: Question | WarmupQuestion = await (await fetch("question")).json();
  const order = {...question, lab: address("lab.js")};
  const sent = Object(await firstMessage(`${question.task}-worker.js`, order));
  return typeof sent.failed === "string" ? {error: sent.failed} : {answer: sent.reply ?? null};
}

/** What a Worker sends first. It ends with the page, which closes when the answer has come. */
function firstMessage(script: string, order: Question | WarmupQuestion): Promise<unknown> {
  const worker = new Worker(address(script), {type: "module"});
  return new Promise((resolve) => {
    worker.onmessage = ({data}) => resolve(data);
    worker.onmessageerror = () => resolve({failed: "it sent something that no page can read"});
    worker.onerror = ({message}) => resolve({failed: message || "its worker could not be started"});
    worker.postMessage(order);
  });
}

function address(name: string): string {
  return new URL(name, location.href).href;
}

void answer();
