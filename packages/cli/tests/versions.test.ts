import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packageVersion } from '@usmca-sim/core';
import { describe, expect, it } from 'vitest';

// What is written down in more than one place and must not drift apart.
const root = new URL('../../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly packageManager?: string;
  readonly engines: { readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
}
const manifest = (folder: string): Manifest => JSON.parse(text(`${folder}package.json`));

const whole = manifest('');
const packages = [
  'packages/core/',
  'packages/data/',
  'packages/reporter/',
  'packages/cli/',
  'scenarios/',
].map(manifest);

describe('versions', () => {
  it('are the same in every package and in the results', () => {
    for (const { name, version, license, engines } of packages) {
      expect([name, version, license, engines.node]).toEqual([
        name,
        whole.version,
        whole.license,
        whole.engines.node,
      ]);
    }
    expect(packageVersion).toBe(whole.version);
  });

  it('pin one pnpm everywhere', () => {
    const pinned = whole.packageManager;
    expect(pinned).toMatch(/^pnpm@\d+\.\d+\.\d+$/);
    const texts = ['package.json', '.ci/run', 'docs/contributing.md', 'README.md'].filter((path) =>
      existsSync(fileURLToPath(new URL(path, root))),
    );
    const named = texts.flatMap((path) => text(path).match(/pnpm@[\d.]*\d/g) ?? []);
    expect(named.length).toBeGreaterThan(2);
    expect(new Set(named)).toEqual(new Set([pinned]));
  });

  it('ask for the Node that the first script checks', () => {
    const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(whole.engines.node)!;
    const check = text('packages/cli/bin/require-node.js');
    expect(check).toContain(`major < ${major} || (major === ${major} && minor < ${minor})`);
    expect(check).toContain(`needs Node ${major}.${minor} or newer`);
    expect(whole.scripts['setup']).toMatch(/^node packages\/cli\/bin\/require-node\.js && /);
  });
});

it('says in one sentence that Node is too old', () => {
  const older = 'Object.defineProperty(process.versions, "node", { value: "18.20.1" })';
  const program = fileURLToPath(new URL('packages/cli/bin/usmca-sim.js', root));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(older)}`, program, 'list'],
    { encoding: 'utf8' },
  );
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: 'usmca-sim needs Node 20.19 or newer; this is Node 18.20.1\n',
  });
});

describe('scripts', () => {
  it('have the same names in every package', () => {
    for (const { name, scripts } of packages) {
      const own = Object.keys(scripts).filter((script) => script !== 'generate');
      expect([name, ...own.sort()]).toEqual([name, 'build', 'clean', 'lint', 'test']);
    }
  });
});

describe('the lock file', () => {
  it('names no address and no folder outside the repository', () => {
    const lock = text('pnpm-lock.yaml');
    expect(lock.match(/https?:|git\+|tarball:|\bfile:[^\s]/g)).toBeNull();
    const links = [...lock.matchAll(/link:(\S+)/g)].map(([, path]) => path!);
    expect(links.length).toBeGreaterThan(0);
    const folders = ['core', 'data', 'reporter', 'cli', 'scenarios'];
    for (const path of links) {
      expect(path).toMatch(/^(\.\.?\/)*[a-z/]+$/);
      expect(folders).toContain(path.split('/').at(-1));
    }
  });
});
