/**
 * Started in place of the browser, which takes no questions on its command line: passes one on to the session that
 * keeps the browser, and prints what comes back.
 *
 *     node relay.mjs <socket> <question>
 */
import {request} from "node:http";

const [socketPath, question] = process.argv.slice(2);

const asked = request({socketPath, method: "POST", agent: false}, (response) => {
  let text = "";
  response.setEncoding("utf8");
  response.on("data", (part) => {
    text += part;
  });
  response.on("error", ({message}) => fail(message));
  response.on("end", () => (response.statusCode === 200 ? process.stdout.write(`${text}\n`) : fail(text)));
});
asked.on("error", ({message}) => fail(message));
asked.end(question);

function fail(reason) {
  process.stderr.write(`Error: ${reason}\n`);
  process.exitCode = 1;
}
