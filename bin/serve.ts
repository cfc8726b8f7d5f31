import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { onEnd, settingsOrExit } from "#bin/lib/program";
import type * as Entry from "~/entry.server";
import { narrowBuild } from "~/platform/http/narrow-build.server";
import {
  checkOrigin,
  formLimit,
  isReadable,
  limitBody,
  papersLimit,
  securityHeaders,
  uploadLimit,
  withoutTokens,
} from "~/platform/http/security.server";
import { log } from "~/platform/log.server";

type Build = ServerBuild & { entry: { module: typeof Entry } };

const env = settingsOrExit();
const development = process.env.NODE_ENV === "development";

/** A calendar or newsletters to subscribe to, and the images of mail; they say themselves who may keep them. */
const feed =
  /^\/(?!r\/)[^/]+\/(?:(?:networks\/[^/]+\/)?(?:calendar|feed\/[^/]+)\.ics|newsletters\.atom|newsletters\/[^/]+\/(?:images\/[^/]+|logo))$/;

/** How long open requests may go on after the signal to end. Milliseconds. */
const grace = 10_000;

const vite = development
  ? await import("vite").then(({ createServer }) =>
      createServer({ configFile: "remix.config.js", server: { middlewareMode: true } }),
    )
  : undefined;

async function loadBuild(): Promise<Build> {
  if (vite) return (await vite.ssrLoadModule("virtual:remix/server-build")) as Build;
  return (await import(/* @vite-ignore */ pathToFileURL(resolve("build/server/index.js")).href)) as Build;
}

const built = await loadBuild();
const narrow = narrowBuild(built);
let ending = false;
const app = express();
app.disable("x-powered-by");
// A proxy in front of the servers stands on this machine or in a private network.
app.set("trust proxy", ["loopback", "linklocal", "uniquelocal"]);

app.get("/healthz", (_request, response) => void response.type("text/plain").send("ok"));
app.get("/readyz", async (_request, response) => {
  const ready = !ending && (await built.entry.module.databaseAnswers());
  response
    .status(ready ? 200 : 503)
    .type("text/plain")
    .send(ready ? "ready" : "not ready");
});

app.use((request, response, next) => {
  if (ending) response.setHeader("Connection", "close");
  // An address that cannot be read is answered as one that nothing stands at.
  if (!isReadable(request.url)) request.url = request.originalUrl = "/-";
  next();
});

app.use(securityHeaders({ https: env.SAMVIRK_URL.startsWith("https:"), development }));
app.use(compression());
if (vite) app.use(vite.middlewares);
else app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y", fallthrough: false }));
app.use(express.static(development ? "public" : "build/client", { maxAge: "1h", index: false }));
app.use(checkOrigin(new URL(env.SAMVIRK_URL).origin));
app.use(
  limitBody((path) => {
    if (/^\/r\/[^/]+\/events\/[^/]+\/papers(\/upload)?(\.data)?$/.test(path)) return papersLimit;
    const uploads =
      /^\/r\/[^/]+\/(import|municipalities\/sheet|settings\/holidays\/import|settings\/templates(\/[^/]+)?|newsletters\/(settings\/[^/]+|[\da-f-]{36}))(\.data)?$/;
    return uploads.test(path) ? uploadLimit : formLimit;
  }),
);
app.use((request, response, next) => {
  const started = performance.now();
  const reference = randomBytes(4).toString("hex");
  response.locals.reference = reference;
  // Static files are served by now; what is left is made for one reader. A feed, a paper and an image say themselves
  // how they may be kept.
  if (!feed.test(request.path) && !/\/(papers|images)\/[\da-f-]{36}$/.test(request.path))
    response.setHeader("Cache-Control", "no-store");
  response.on("finish", () => {
    log.info({
      reference,
      method: request.method,
      path: withoutTokens(request.path),
      status: response.statusCode,
      ms: Math.round(performance.now() - started),
    });
  });
  next();
});

type Handle = ReturnType<typeof createRequestHandler>;

/** A handler takes the routes apart when it is made, so that one serves all requests of its part of the build. */
const handlers = new WeakMap<Build, Handle>();

function handlerOf(build: Build): Handle {
  const found = handlers.get(build);
  if (found) return found;
  const made = createRequestHandler({
    build,
    mode: development ? "development" : "production",
    getLoadContext: (request, response) => ({ nonce: response.locals.nonce as string, ip: request.ip ?? "" }),
  });
  handlers.set(build, made);
  return made;
}

app.all("*", async (request, response, next) => {
  // While developing, a file that is half written must not end the server.
  const build = vite
    ? await loadBuild().catch(next)
    : narrow(URL.parse(`http://localhost${request.originalUrl}`)?.pathname ?? "/");
  if (!build) return;
  const { inRequest, localeOf } = build.entry.module;
  const locale = localeOf({
    url: request.url,
    cookie: request.get("cookie") ?? "",
    acceptLanguage: request.get("accept-language") ?? "",
  });
  const handle = handlerOf(build);
  await inRequest(locale, () => handle(request, response, next), response.locals.reference as string);
});

const server = app.listen(env.PORT, env.HOST, () => log.info({ url: env.SAMVIRK_URL }, "web is up"));
server.on("error", (error: NodeJS.ErrnoException) => {
  process.stderr.write(
    error.code === "EADDRINUSE"
      ? `PORT: ${env.PORT} is taken by another program; set PORT to a free one\n`
      : `The web server could not start: ${error.message}\n`,
  );
  process.exit(1);
});

function end(): void {
  ending = true;
  server.close(async () => {
    await built.entry.module.closeDatabase();
    process.exit(0);
  });
  setInterval(() => server.closeIdleConnections(), 100).unref();
  setTimeout(() => server.closeAllConnections(), grace).unref();
}
onEnd(end);
