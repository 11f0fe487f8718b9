import {createServer, type Server} from "node:net";
import {ReaderError} from "../errors.js";

const TRIES = 20;

/** Where to listen. */
export interface Place {
  readonly port: number;
  readonly host: string;
}

/**
 * Listens on this port, or on the next one that is free; port 0 takes any.
 *
 * @returns the address, as a reader opens it
 * @throws ReaderError if twenty ports in a row are taken
 */
export async function listenOn(server: Server, place: Place): Promise<string> {
  for (let port = place.port; port < place.port + TRIES; port++) {
    if (!(await tryToListen(server, {...place, port}))) continue;
    const address = server.address();
    const taken = typeof address === "object" && address !== null ? address.port : port;
    return `http://${place.host.includes(":") ? `[${place.host}]` : place.host}:${taken}/`;
  }
  throw new ReaderError(`ports ${place.port} to ${place.port + TRIES - 1} are taken`, "choose another with --port");
}

/** The first free port from this one on. Another process may take it before the caller does. */
export async function freePort(place: Place): Promise<number> {
  const probe = createServer();
  const url = new URL(await listenOn(probe, place));
  await new Promise((resolve) => probe.close(resolve));
  return Number(url.port || 80);
}

function tryToListen(server: Server, {port, host}: Place): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off("listening", onListening);
      if (error.code === "EADDRINUSE") resolve(false);
      else
        reject(
          new ReaderError(`${host}:${port}: ${error.message}`, "choose another with --host or --port", {cause: error})
        );
    };
    const onListening = () => {
      server.off("error", onError);
      resolve(true);
    };
    server.once("error", onError).once("listening", onListening);
    server.listen(port, host);
  });
}
