import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Chromium is: what CHROMIUM_PATH says, else where Debian puts it. */
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Tests that look at pages are skipped without, and say so. */
export const hasChromium = existsSync(executablePath);
if (!hasChromium) console.warn(`no Chromium at ${executablePath}: tests that look at pages are skipped`);

export function launched(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
}

/** A page that is looked at, and what it must not do meanwhile. */
export interface Looked {
  readonly page: Page;
  /** What it wrote to the console, and errors of its script. */
  readonly complaints: readonly string[];
  /** What it asked for beyond itself. */
  readonly requests: readonly string[];
}

export interface Look {
  readonly width?: number;
  readonly colours?: 'light' | 'dark';
  readonly javaScript?: boolean;
}

/** Opens a file as a reader does, from disk. */
export async function opened(
  browser: Browser,
  file: string,
  { width = 1440, colours = 'light', javaScript = true }: Look = {},
): Promise<Looked> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: colours,
    javaScriptEnabled: javaScript,
  });
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`file://${file}`);
  return { page, complaints, requests: withoutFirst(requests) };
}

/** The page itself is asked for once. */
function withoutFirst(requests: string[]): string[] {
  requests.shift();
  return requests;
}
