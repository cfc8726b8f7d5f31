import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { projectFolder } from "~/platform/env.server";

const args = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  // The pages of a person share a process: starting one is a tenth of what a page costs.
  "--process-per-site",
];

let running: Promise<Browser> | undefined;

/**
 * A Chromium from npm. Close it when done: its contexts end then, and the program stays for the next test file of this
 * process, which else has to start one.
 */
export async function openBrowser(): Promise<Browser> {
  if (!(await running)?.isConnected()) running = launch();
  const browser = await (running as Promise<Browser>);
  const close = async () => void (await Promise.all(browser.contexts().map((context) => context.close())));
  return Object.create(browser, { close: { value: close } });
}

async function launch(): Promise<Browser> {
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    args,
    env: {
      ...process.env,
      FONTCONFIG_FILE: fontsOf(folder),
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
    },
  });
}

/** The packed configuration names other folders, and without a font Chromium ends at the first form control. */
function fontsOf(folder: string): string {
  const file = join(folder, "samvirk-fonts.conf");
  const folders = [join(folder, "fonts"), join(folder, "fonts/fonts")].map((path) => `<dir>${path}</dir>`).join("");
  if (!existsSync(file))
    writeFileSync(
      file,
      `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(folder, "fonts-cache")}</cachedir></fontconfig>`,
    );
  return file;
}

/**
 * The folder with Chromium, its fonts and the libraries a bare machine lacks. It is unpacked once per version and
 * user, aside and then moved into place, so that test files that run at once do not meet a half of it.
 */
async function unpacked(): Promise<string> {
  const manifest = readFileSync(join(projectFolder(), "node_modules/@sparticuz/chromium/package.json"), "utf8");
  const folder = join(tmpdir(), `samvirk-chromium-${JSON.parse(manifest).version}-${userInfo().uid}`);
  if (existsSync(folder) && statSync(folder).uid === userInfo().uid) return folder;
  const unfinished = mkdtempSync(`${folder}-`);
  const before = { TMPDIR: process.env.TMPDIR, LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH };
  Object.assign(process.env, { TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" });
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    await packed.executablePath();
  } finally {
    delete process.env.AWS_LAMBDA_JS_RUNTIME;
    delete process.env.FONTCONFIG_PATH;
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  try {
    renameSync(unfinished, folder);
  } catch {
    if (!existsSync(folder)) return unfinished;
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}
