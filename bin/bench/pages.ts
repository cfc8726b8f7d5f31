import { spawn } from "node:child_process";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import express from "express";
import { createElement, type ReactNode } from "react";
import { type Bench, children, inTurns, tell } from "#bin/bench/figures";
import { programFile } from "#bin/lib/database";
import { firstLoadBar, firstLoads } from "#bin/lib/first-load";
import { freePort } from "~/platform/db/embedded.server";
import { projectFolder } from "~/platform/env.server";

/** What a browser loads of scripts before the heaviest page works. */
export function measureScripts(): void {
  const [heaviest] = firstLoads(join(projectFolder(), "build/client"));
  tell({
    name: `first-load JavaScript, gzip, of the heaviest page (${heaviest?.id})`,
    figure: (heaviest?.bytes ?? Number.NaN) / 1_000,
    unit: " kB",
    bar: firstLoadBar / 1_000,
    atMost: true,
  });
}

/** React elements that render to this HTML, near enough: the work of rendering it is the same. */
function elementsOf(html: string): ReactNode {
  const open: { tag: string; props: Record<string, string | number>; children: ReactNode[] }[] = [];
  const top: ReactNode[] = [];
  for (const [token, closing, tag, rest = ""] of html.matchAll(/<(\/?)([a-z][\w-]*)([^>]*)>|[^<]+/gi)) {
    const into = open.at(-1)?.children ?? top;
    if (!tag) into.push(token);
    else if (closing) {
      const done = open.pop();
      if (done) (open.at(-1)?.children ?? top).push(createElement(done.tag, done.props, ...done.children));
    } else {
      const pairs = [...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [
        name === "class" ? "className" : name,
        value,
      ]);
      const props: Record<string, string | number> = { key: into.length, ...Object.fromEntries(pairs) };
      if (/^(input|img|br|hr|meta|link|use|path|source|col)$/.test(tag) || rest.endsWith("/"))
        into.push(createElement(tag, props));
      else open.push({ tag, props, children: [] });
    }
  }
  return top;
}

/** A Remix application of one page, with no data and no database, that renders the same body. */
async function serveBare(html: string): Promise<{ url: string; close(): void }> {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1]?.replace(/<script\b[\s\S]*?<\/script>/g, "") ?? "";
  const elements = () => createElement("html", null, createElement("body", null, elementsOf(body)));
  const real = await import(/* @vite-ignore */ join(projectFolder(), "build/server/index.js"));
  const page = { id: "root", path: "", module: { default: elements } };
  const build = {
    ...real,
    routes: { root: page },
    assets: { ...real.assets, routes: { root: { ...real.assets.routes.root, hasLoader: false } } },
  };
  const app = express();
  app.all("*", createRequestHandler({ build, getLoadContext: () => ({ nonce: "x", ip: "" }) }));
  const port = await freePort();
  const server = app.listen(port, "127.0.0.1");
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

export async function serve(databaseUrl: string): Promise<string> {
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    SAMVIRK_URL: "",
    LOG_LEVEL: "error",
    NODE_ENV: "production" as const,
  };
  children.push(
    spawn(process.execPath, [programFile("serve")], { env, stdio: ["ignore", "inherit", "inherit", "ipc"] }),
  );
  const url = `http://127.0.0.1:${port}`;
  for (let round = 0; round < 400; round += 1) {
    if ((await fetch(`${url}/readyz`).catch(() => undefined))?.ok) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The server does not get ready");
}

/** Pages at a thousand regions against two, and a list against a page that only renders. */
export async function measurePages({ few, many, cookie }: Bench): Promise<void> {
  const [two, thousand] = [await serve(few), await serve(many)];
  const read = (url: string) => async () => {
    const response = await fetch(url, { headers: { cookie, "accept-encoding": "identity" }, redirect: "manual" });
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
    return response.text();
  };
  for (const page of ["", "/events", "/deliveries", "/municipalities"]) {
    const path = `/r/vestland${page}`;
    const [small = 1, big = 0] = await inTurns(80, read(two + path), read(thousand + path));
    const name = `/r/vestland${page} at 1,000 regions against 2 (${small.toFixed(0)} ms)`;
    tell({ name, figure: big / small, unit: "x", bar: 1.2, atMost: true });
  }
  const list = `${two}/r/vestland/deliveries`;
  const bare = await serveBare(await read(list)());
  const [ours = 0, plain = 1] = await inTurns(80, read(list), read(bare.url));
  bare.close();
  const name = `list of 50 rows against a bare Remix page of the same HTML (${ours.toFixed(0)}, ${plain.toFixed(0)} ms)`;
  tell({ name, figure: ours / plain, unit: "x", bar: 2, atMost: true });
}
