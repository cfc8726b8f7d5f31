import { Transform } from "node:stream";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { withoutTokens } from "~/platform/http/security.server";
import { log } from "~/platform/log.server";
import { requestReference } from "~/platform/request-context.server";
import { NonceContext } from "~/ui/nonce";

export { localeOf } from "~/i18n/locale.server";
export { closeDatabase, databaseAnswers } from "~/platform/db/clients.server";
export { inRequest } from "~/platform/request-context.server";

/** Milliseconds after which a page that has not been rendered is given up. */
export const streamTimeout = 10_000;

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    nonce: string;
    /** The address the request came from; for rate limits only, never logged. */
    ip: string;
  }
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let failed = false;
    // What a page cannot show decides over what a form was answered: a refused form of another region is a 404.
    const refused = Object.values(context.staticHandlerContext.errors ?? {}).find(isRouteErrorResponse);
    const wholePage = isbot(request.headers.get("user-agent") ?? "") || context.isSpaMode;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [wholePage ? "onAllReady" : "onShellReady"]() {
          const body = inWholes();
          headers.set("Content-Type", "text/html; charset=utf-8");
          resolve(
            new Response(createReadableStreamFromReadable(body), {
              headers,
              status: failed ? 500 : (refused?.status ?? status),
            }),
          );
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          failed = true;
          log.error({ error }, "a page could not be rendered");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/**
 * Gathers the small blocks that React writes until it says that what it has is written, so that a page goes through the
 * server in one piece and not in fifty. React fills up a block with null bytes where a letter of several bytes does not
 * fit in: "fr\0å". No text of ours has any, and they are left out.
 */
function inWholes(): Transform & { flush(): void } {
  let blocks: Uint8Array[] = [];
  const body = new Transform({
    transform(block: Buffer, _encoding, done) {
      blocks.push(block.includes(0) ? block.filter((byte) => byte !== 0) : block);
      done();
    },
    flush(done) {
      flush();
      done();
    },
  });
  function flush(): void {
    if (blocks.length > 0) body.push(Buffer.concat(blocks));
    blocks = [];
  }
  return Object.assign(body, { flush });
}

/** An unexpected fault: logged with the request's path, never with what was sent. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  log.error(
    {
      error,
      reference: requestReference(),
      method: request.method,
      path: withoutTokens(new URL(request.url).pathname),
    },
    "a request failed",
  );
}
