// WCAG 2.2: 1.4.3 for text (4.5:1), 1.4.11 for the borders of controls (3:1), in both themes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const source = readFileSync('styles/_tokens.scss', 'utf8');
const texts = {
  paper: ['ink', 'ink-2', 'red-text', 'good', 'warn', 'info', 'gold'],
  card: ['ink', 'ink-2', 'red-text', 'good', 'warn', 'info', 'gold'],
  sunk: ['ink', 'ink-2'],
  'red-soft': ['ink', 'ink-2', 'red-text', 'info'],
  'gold-soft': ['gold', 'ink'],
  'good-soft': ['good', 'ink'],
  'warn-soft': ['warn', 'ink', 'ink-2'],
  'info-soft': ['info', 'ink', 'ink-2'],
};

for (const theme of ['light', 'dark']) {
  const block = new RegExp(`@mixin ${theme} \\{([^}]*)\\}`).exec(source)[1];
  const colours = Object.fromEntries([...block.matchAll(/--ht-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
  test(`${theme}: every text can be read on every ground it stands on`, () => {
    for (const [ground, inks] of Object.entries(texts)) {
      inks.forEach(ink => atLeast(4.5, colours[ink], colours[ground], `${ink} on ${ground}`));
    }

    ['red', 'red-hover', 'tick'].forEach(ground => atLeast(4.5, '#ffffff', colours[ground], `white on ${ground}`));
    ['paper', 'card'].forEach(ground => atLeast(3, colours.field, colours[ground], `field on ${ground}`));
  });
}

const themes = readFileSync('styles/_theme.scss', 'utf8');
for (const [, name, theme, block] of themes.matchAll(/@mixin (\w+)-(light|dark) \{([^}]*)\}/g)) {
  const plain = new RegExp(`@mixin ${theme} \\{([^}]*)\\}`).exec(source)[1];
  const colours = Object.fromEntries([...(plain + block).matchAll(/--ht-([\w-]+): (#[0-9a-f]{6});/g)].map(([, key, value]) => [key, value]));
  test(`a ${name} contest, ${theme}: its texts can be read`, () => {
    ['red', 'red-hover'].forEach(ground => atLeast(4.5, '#ffffff', colours[ground], `white on ${ground}`));
    ['paper', 'card', 'red-soft'].forEach(ground => atLeast(4.5, colours['red-text'], colours[ground], `red-text on ${ground}`));
    ['ink', 'ink-2', 'info'].forEach(ink => atLeast(4.5, colours[ink], colours['red-soft'], `${ink} on red-soft`));
  });
}

function atLeast(least, one, other, what) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  const ratio = (light + 0.05) / (dark + 0.05);
  assert.ok(ratio >= least, `${what} is ${ratio.toFixed(2)}:1`);
}

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
