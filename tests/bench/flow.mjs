// How long a flow of ten thousand questions takes from the file to its proof: node tests/bench/flow.mjs [program]
// Each question leads to the next and to the one after it, so that the ways are as many as Fibonacci's numbers.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = process.argv[2] ?? 'artifacts/trappa/trappa';
const folder = mkdtempSync(join(tmpdir(), 'trappa-flow-'));
const runs = 11;

try {
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'content/site.yaml'), 'title: Bench\naddress: https://example.org/\n');
  writeFileSync(join(folder, 'content/index.md'), '# Bench\n');
  for (const count of [10, 1000, 10000]) {
    writeFileSync(join(folder, 'content/flow.yaml'), flow(count));
    const times = Array.from({ length: runs }, run).sort((a, b) => a - b);
    console.log(`${count} questions: ${times[(runs - 1) / 2].toFixed(0)} ms`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

function run() {
  const began = performance.now();
  execFileSync(program, ['flow', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  return performance.now() - began;
}

function flow(count) {
  const last = count - 1;
  const questions = Array.from({ length: count }, (_, i) => {
    const [yes, no] = i === last ? ['good', 'bad'] : [`q${i + 1}`, `q${Math.min(i + 2, last)}`];
    return `- {id: q${i}, ask: "Question ${i}?", answers: [{text: Yes, means: yes, to: ${yes}}, {text: No, means: no, to: ${no}}, {text: Not sure, to: ${no}}]}`;
  });
  return `title: Bench
start: q0
readers: [{id: me, name: Me}]
questions:
${questions.join('\n')}
outcomes:
- {id: good, name: Good, profile: {q${last}: yes}, me: {lead: Thanks.}}
- {id: bad, name: Bad, profile: {q${last}: no}, me: {lead: Thanks.}}
`;
}
