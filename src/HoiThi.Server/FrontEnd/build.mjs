// Builds the front end into ../wwwroot/assets: names carry a hash of the content, manifest.json says which is which,
// and every text file has its .br and .gz beside it, so that the server never compresses while people wait.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.join(here, '..', 'wwwroot', 'assets');
const fonts = path.join(here, 'node_modules', '@fontsource', 'be-vietnam-pro', 'files');
const manifest = {};
const written = new Set(['manifest.json']);

/** Budgets in bytes of brotli; a page of the contest has to arrive on a slow phone. */
const budgets = { 'site.css': 20_000, 'console.css': 5_000, 'site.js': 4_000, 'paper.js': 8_500, 'timed.js': 4_000, 'console.js': 3_000 };

await mkdir(target, { recursive: true });
for (const subset of ['latin', 'vietnamese']) {
  for (const weight of [400, 600]) {
    const file = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
    await put(`${subset}-${weight}.woff2`, await readFile(path.join(fonts, file)));
  }
}

for (const file of await readdir(path.join(here, 'static'))) {
  await put(file, await readFile(path.join(here, 'static', file)));
}

for (const name of ['site', 'console']) {
  await put(`${name}.css`, await styles(name));
}

for (const name of ['site', 'paper', 'timed', 'console']) {
  await put(`${name}.js`, await script(`scripts/${name}.ts`));
}

await writeFile(path.join(target, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
for (const file of await readdir(target)) {
  if (!written.has(file)) {
    await rm(path.join(target, file), { recursive: true });
  }
}

async function styles(name) {
  const compiled = sass.compile(path.join(here, 'styles', `${name}.scss`), {
    loadPaths: [path.join(here, 'node_modules')],
    quietDeps: true,
    // Bootstrap 5.3 is written with @import; it is pinned, and Sass keeps @import until 3.0.
    silenceDeprecations: ['import'],
  });
  const css = compiled.css.replace(/asset:([\w.-]+)/g, (_, name) => manifest[name]);
  return Buffer.from((await esbuild.transform(css, { loader: 'css', minify: true, target: ['chrome70', 'safari12', 'firefox68'] })).code);
}

async function script(entry) {
  const bundle = await esbuild.build({
    entryPoints: [path.join(here, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2019',
  });
  return Buffer.from(bundle.outputFiles[0].contents);
}

async function put(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const { name: stem, ext } = path.parse(name);
  const hashed = `${stem}-${hash}${ext}`;
  manifest[name] = hashed;
  await save(hashed, content);
  if (ext === '.woff2') {
    return;
  }

  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
  await save(`${hashed}.br`, brotli);
  await save(`${hashed}.gz`, gzipSync(content, { level: 9 }));
  console.log(`${hashed.padEnd(28)} ${String(content.length).padStart(7)} B, brotli ${brotli.length} B`);
  if (brotli.length > (budgets[name] ?? Infinity)) {
    throw new Error(`${name} is ${brotli.length} bytes of brotli; its budget is ${budgets[name]}.`);
  }
}

async function save(file, content) {
  written.add(file);
  await writeFile(path.join(target, file), content);
}
