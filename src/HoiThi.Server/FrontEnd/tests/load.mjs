// Bundles a TypeScript module for Node, which cannot read one by itself in the version we build with.
import * as esbuild from 'esbuild';

export async function load(entry) {
  const bundle = await esbuild.build({ entryPoints: [entry], bundle: true, write: false, format: 'esm', target: 'es2022' });
  return import(`data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString('base64')}`);
}
