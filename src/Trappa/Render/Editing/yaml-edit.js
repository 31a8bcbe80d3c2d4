// Changes YAML as a careful person would: only what has changed is written anew, so that comments, order, quotation marks
// and line breaks stay as they are.
import { Document, Scalar, isMap, isScalar, isSeq, parseDocument } from './yaml/index.js';

// All is text to the guide (the field decides), as YAML's failsafe schema has it (YAML 1.2.2 §10.1).
const schema = { schema: 'failsafe' };
const layout = { lineWidth: 0, flowCollectionPadding: false };

/** Front matter with the lines of dashes around it, and the text below. */
function parts(text) {
  const match = /^---\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(text);
  return match
    ? { start: 4, yaml: match[1] ?? '', after: match[0].length - 4 - (match[1] ?? '').length, rest: text.slice(match[0].length) }
    : { start: 0, yaml: '', after: 0, rest: text };
}

/** What a file says: its fields, and for a page the text below them. */
export function read(text, isPage) {
  const { yaml, rest } = isPage ? parts(text) : { yaml: text, rest: '' };
  return { value: parseDocument(yaml, schema).toJS() ?? undefined, body: rest.replace(/^\n+/, '') };
}

/** A file that was not there. */
export function written(value, body, isPage) {
  return isPage ? `---\n${rendered(value)}---\n${body ? `\n${body}\n` : ''}` : rendered(value);
}

/** A file with other values in it. */
export function merged(text, value, body, isPage) {
  if (!isPage) {
    return edited(text, value);
  }
  const { start, yaml, after, rest } = parts(text);
  if (start === 0) {
    return Object.keys(value).length === 0 ? body ?? '' : written(value, body, true);
  }
  const blank = /^\n*/.exec(rest)[0] || '\n';
  const same = (body ?? '') === rest.replace(/^\n+/, '');
  return `---\n${edited(yaml, value)}${text.slice(start + yaml.length, start + yaml.length + after)}${same ? rest : blank + (body ?? '')}`;
}

function rendered(value) {
  return new Document(value, schema).toString(layout);
}

function edited(yaml, value) {
  const root = parseDocument(yaml, schema).contents;
  if (!root) {
    return yaml + (Object.keys(value).length === 0 ? '' : rendered(value));
  }
  const edits = [];
  change({ yaml, edits }, root, value, 0);
  return edits.sort((a, b) => b.from - a.from).reduce((text, { from, to, put }) => text.slice(0, from) + put + text.slice(to), yaml);
}

const same = (node, value) => JSON.stringify(node?.toJSON?.() ?? '') === JSON.stringify(value);
const lineStart = (yaml, at) => yaml.lastIndexOf('\n', at - 1) + 1;
const lineEnd = (yaml, at) => yaml.indexOf('\n', at) < 0 ? yaml.length : yaml.indexOf('\n', at) + 1;
const indented = (text, by) => text.trimEnd().split('\n').map(line => line && ' '.repeat(by) + line).join('\n') + '\n';

function change(file, node, value, indent) {
  if (same(node, value)) {
    return;
  }
  if (isScalar(node) && typeof value === 'string') {
    replace(file, node, scalar(value, node));
  } else if (isMap(node) && typeof value === 'object' && !Array.isArray(value)) {
    changeMap(file, node, value);
  } else if (isSeq(node) && Array.isArray(value)) {
    changeList(file, node, value);
  } else if (node.flow || !node.range || typeof value === 'string') {
    replace(file, node, typeof value === 'string' ? scalar(value) : flow(value));
  } else {
    replace(file, node, '\n' + indented(rendered(value), indent + 2).trimEnd());
  }
}

function replace({ edits }, node, put) {
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  edits.push({ from: node.range[0], to: node.range[1], put: isBlock ? put + '\n' : put });
}

function scalar(value, before) {
  const node = new Scalar(value);
  if (before?.type?.startsWith('QUOTE') && !value.includes('\n')) {
    node.type = before.type;
  }
  return new Document(node, schema).toString(layout).trimEnd();
}

function flow(value) {
  const document = new Document(value, schema);
  document.contents.flow = true;
  return document.toString(layout).trimEnd();
}

function changeMap(file, node, value) {
  const known = node.items.map(pair => String(pair.key));
  const isOtherwise = known.some(key => !(key in value)) || Object.keys(value).some(key => !known.includes(key));
  if (node.flow && isOtherwise) {
    replace(file, node, flow(value));
    return;
  }
  const indent = node.items[0].key.range[0] - lineStart(file.yaml, node.items[0].key.range[0]);
  let after;
  for (const pair of node.items) {
    if (String(pair.key) in value) {
      changePair(file, pair, value[String(pair.key)], indent);
      continue;
    }
    remove(file, pair.key.range[0], (pair.value ?? pair.key).range[1]);
  }
  for (const [key, item] of Object.entries(value)) {
    const pair = node.items.find(other => String(other.key) === key);
    if (pair) {
      after = pair;
      continue;
    }
    const at = after ? lineEnd(file.yaml, endOf(file, after)) : lineStart(file.yaml, node.items[0].key.range[0]);
    insert(file, at, indented(rendered({ [key]: item }), indent));
  }
}

function changePair(file, pair, item, indent) {
  const isBlock = item && typeof item === 'object' && !pair.value?.flow;
  if (isBlock && (isScalar(pair.value) || !pair.value)) {
    // From one word to several: the line ends after the colon.
    const end = pair.value?.range ?? pair.key.range;
    const colon = file.yaml.indexOf(':', pair.key.range[1]) + 1;
    file.edits.push({ from: colon, to: Math.max(colon, end[1]), put: '\n' + indented(rendered(item), indent + 2).trimEnd() });
    return;
  }
  change(file, pair.value, item, indent);
}

function changeList(file, node, value) {
  if (node.flow && node.items.length !== value.length) {
    replace(file, node, flow(value));
    return;
  }
  let first = 0;
  while (first < Math.min(node.items.length, value.length) && same(node.items[first], value[first])) {
    first++;
  }
  let last = 0;
  while (last < Math.min(node.items.length, value.length) - first && same(node.items.at(-1 - last), value.at(-1 - last))) {
    last++;
  }
  const old = node.items.slice(first, node.items.length - last);
  const now = value.slice(first, value.length - last);
  const dash = item => file.yaml.lastIndexOf('-', item.range[0] - 1);
  const indent = dash(node.items[0]) - lineStart(file.yaml, dash(node.items[0]));
  const changed = Math.min(old.length, now.length);
  for (let i = 0; i < changed; i++) {
    change(file, old[i], now[i], indent);
  }
  for (const item of old.slice(changed)) {
    remove(file, dash(item), item.range[1]);
  }
  if (now.length > changed) {
    const before = node.items[first + changed - 1];
    const at = before ? lineEnd(file.yaml, endsAt(file, before)) : lineStart(file.yaml, dash(node.items[0]));
    insert(file, at, indented(rendered(now.slice(changed)), indent));
  }
}

// A block ends with the line break that is its last; a word within its line.
const endsAt = ({ yaml }, node) => yaml[node.range[1] - 1] === '\n' ? node.range[1] - 1 : node.range[1];
const endOf = (file, pair) => endsAt(file, pair.value?.range ? pair.value : pair.key);

function insert(file, at, put) {
  file.edits.push({ from: at, to: at, put: at > 0 && file.yaml[at - 1] !== '\n' ? '\n' + put.trimEnd() : put });
}

function remove(file, from, to) {
  const { yaml } = file;
  file.edits.push({ from: lineStart(yaml, from), to: lineEnd(yaml, yaml[to - 1] === '\n' ? to - 1 : to), put: '' });
}
