// Starts a server with the demo on a database of its own, joins, starts a paper, and lets Lighthouse look at the pages as a phone.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as chromeLauncher from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [serverDll, demo] = process.argv.slice(2);
const site = 'http://127.0.0.1:8497';
const folder = mkdtempSync(join(tmpdir(), 'hoithi-lighthouse-'));
const server = spawn('dotnet', [serverDll, 'serve', '--demo', demo, '--data', folder, '--urls', site]);
const chrome = await chromeLauncher.launch({ chromePath: 'chromium', chromeFlags: ['--headless=new', '--no-sandbox'] });
let missed = 0;
try {
  const { home, password } = await announced(server);
  const { cookie, paper } = await startPaper(home, password);
  for (const path of [home, `${home}/join`, `${home}/rounds/2`, paper, `${home}/standings`]) {
    const person = path === paper || path.includes('/rounds/');
    const { lhr } = await lighthouse(site + path, { port: chrome.port, onlyCategories: ['performance', 'accessibility'], extraHeaders: person ? { Cookie: cookie } : {} });
    const [speed, access] = ['performance', 'accessibility'].map(name => Math.round(lhr.categories[name].score * 100));
    const sent = lhr.audits['network-requests'].details.items;
    const kilobytes = types => Math.ceil(sent.filter(file => types.includes(file.resourceType)).reduce((sum, file) => sum + file.transferSize, 0) / 1024);
    const page = kilobytes(['Document', 'Stylesheet', 'Script']);
    missed += speed < 95 || access < 100 || (path === paper && page > 60) ? 1 : 0;
    console.log(`performance ${speed}, accessibility ${access}, ${page} KB and ${kilobytes(['Font'])} KB of fonts: ${path}`);
    const wrong = Object.values(lhr.audits).filter(audit => access < 100 && audit.score === 0 && lhr.categories.accessibility.auditRefs.some(ref => ref.id === audit.id));
    wrong.forEach(audit => console.log(`  ${audit.id}: ${audit.title}`));
  }
} finally {
  chrome.kill();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

process.exit(missed > 0 ? 1 : 0);

/** The contest that the server says it has, once it listens. */
async function announced(process) {
  let said = '';
  for await (const part of process.stdout) {
    said += part;
    const found = said.match(/(\/competition\/\S+)\s+contest password: (\S+)/);
    if (found) {
      return { home: found[1], password: found[2] };
    }
  }

  throw new Error(`the server did not start: ${said}`);
}

/** Joins as somebody made up and starts the round that is open. */
async function startPaper(home, password) {
  const form = await (await fetch(`${site}${home}/join`)).text();
  const token = form.match(/name="_form" value="([0-9a-f]{32})"/)[1];
  const unit = form.match(/<option value="([^"]+)"/g).map(option => option.match(/"([^"]+)"/)[1]).find(code => code.length > 0);
  const joined = await fetch(`${site}${home}/join`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      'full-name': 'Nguyễn Văn Bình', 'citizen-id': '031085001234', phone: '0901234567', email: 'binh@example.vn',
      unit, _password: password, _consent: 'yes', _form: token,
    }),
  });
  const cookie = joined.headers.getSetCookie().map(each => each.split(';')[0]).join('; ');
  const started = await fetch(`${site}${home}/rounds/2/attempts`, { method: 'POST', redirect: 'manual', headers: { Cookie: cookie } });
  return { cookie, paper: started.headers.get('location') };
}
