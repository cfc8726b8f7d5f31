import { randomBytes } from "node:crypto";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import helmet from "helmet";

/** Forms are small; only the import takes a file. Bytes. */
export const formLimit = 1024 * 1024;
export const uploadLimit = 12 * 1024 * 1024;
/** Several papers at once. */
export const papersLimit = 32 * 1024 * 1024;
/** What is read and thrown away, so that the browser hears the answer, before the connection is cut. Bytes. */
const drainLimit = 512 * 1024 * 1024;

/** Set on a request whose body was too large and has been thrown away; a client cannot set it. */
export const tooLargeHeader = "x-samvirk-too-large";

/** A mail as its reader sees it: mail needs its styles inline, so it is shown sealed in a frame of our own page. */
const mailPreview = /^\/(?:mailbox\/[^/]+\/html|r\/[^/]+\/events\/[^/]+\/(?:invite|reminders)\/mail)$/;
/** The same of a newsletter, whose images come from here; no script runs in it either. */
const issuePreview = /^\/r\/[^/]+\/newsletters\/[^/]+\/preview$/;

/** The images of newsletters, which mail programs show in pages of their own. */
const mailImage = /^\/(?!r\/)[^/]+\/newsletters\/[^/]+\/(?:images\/[^/]+|logo)$/;

/**
 * The usual headers, and a content security policy with a nonce per answer and nothing inline.
 * `development` leaves the policy out, since the development server writes scripts of its own.
 */
export function securityHeaders({ https, development }: { https: boolean; development: boolean }): RequestHandler[] {
  const nonce: RequestHandler = (_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString("base64url");
    next();
  };
  const headers = helmet({
    contentSecurityPolicy: !development && {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        frameSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        manifestSrc: ["'self'"],
        scriptSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce}'`],
        styleSrc: ["'self'"],
      },
    },
    strictTransportSecurity: https ? undefined : false,
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
  const preview: RequestHandler = (request, response, next) => {
    const issue = issuePreview.test(request.path);
    if (issue || mailPreview.test(request.path)) {
      const own = issue ? "sandbox allow-same-origin allow-popups" : "sandbox allow-popups";
      response.setHeader(
        "Content-Security-Policy",
        `default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; ${own}`,
      );
      response.removeHeader("X-Frame-Options");
    }
    if (mailImage.test(request.path)) response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    next();
  };
  return [nonce, headers, preview];
}

const oneClick = /^\/(?!r\/)[^/]+\/unsubscribe\/[^/]+$/;

/**
 * Refuses a request that would change something and does not come from our own pages. `Origin` is checked on
 * every such request, resource routes included; where a browser leaves it out, `Sec-Fetch-Site` is, and a
 * request with neither is refused when it carries a cookie.
 */
export function checkOrigin(publicOrigin: string): RequestHandler {
  return (request, response, next) => {
    if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return next();
    // A mail program posts there from wherever it is, and the token in the address is all it takes (RFC 8058). Where it
    // says it is from is nothing to those who come after either.
    if (oneClick.test(request.path)) {
      delete request.headers.origin;
      return next();
    }
    const origin = request.get("origin");
    const site = request.get("sec-fetch-site");
    const allowed =
      origin !== undefined
        ? origin === publicOrigin || origin === `${request.protocol}://${request.get("host")}`
        : site !== undefined
          ? site === "same-origin" || site === "none"
          : request.get("cookie") === undefined;
    if (allowed) return next();
    response.status(403).type("text/plain").send("Origin not allowed");
  };
}

/**
 * Lets no body pass that is over the limit of its address. It is read to its end and thrown away, and the
 * request goes on without it, marked, so that the page can say in words what was too large.
 */
export function limitBody(limitOf: (path: string) => number): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    delete request.headers[tooLargeHeader];
    if (["GET", "HEAD"].includes(request.method)) return next();
    const limit = limitOf(request.path);
    const declared = Number(request.get("content-length") ?? Number.NaN);
    if (declared <= limit) return next();
    if (Number.isNaN(declared) && request.get("transfer-encoding") === undefined) return next();
    if (Number.isNaN(declared)) {
      response.status(411).type("text/plain").send("Length required");
      return;
    }
    let drained = 0;
    request.on("data", (chunk: Buffer) => {
      drained += chunk.length;
      if (drained > drainLimit) request.destroy();
    });
    request.on("end", () => {
      request.headers[tooLargeHeader] = "1";
      request.headers["content-length"] = "0";
      delete request.headers["content-type"];
      next();
    });
  };
}

/** Whether an address can be read at all: a broken escape or a NUL names nothing, and the database refuses it. */
export function isReadable(address: string): boolean {
  try {
    return !decodeURIComponent(address).includes("\0");
  } catch {
    return false;
  }
}

/** A path as it may stand in the log: a token in it is a key. */
export function withoutTokens(path: string): string {
  return path.replace(
    /\/(answer|take-role|sign-in|handover|registration|feedback|feed|subscription|unsubscribe|preferences)\/(?!code\b)[^/.]+/i,
    "/$1/[token]",
  );
}
