// Starts Sveltia CMS with the guide's own forms. A form knows maps of fixed fields and lists; where a file has more,
// its shape (forms.json) says how the one becomes the other.
import CMS from './sveltia/npm/index.js';
import { merged, read, written } from './yaml-edit.js';

// The file as it was, carried through the form beside its fields.
const source = 'trappa_source';

const isEmpty = value => value === undefined || value === null || value === ''
  || (typeof value === 'object' && Object.values(value).every(isEmpty));

/** What a file says, as its form has it. */
function toForm(value, shape) {
  if (!shape || value === undefined || value === null || value === '') {
    return value;
  }
  switch (shape.kind) {
    case 'list':
      return Array.isArray(value) ? value : [value];
    case 'items':
      return value.map(item => toForm(item, shape.of));
    case 'readers':
      return typeof value === 'object' ? value : Object.fromEntries(shape.names.map(name => [name, value]));
    case 'keyed':
      return Object.entries(value).map(([key, item]) => ({
        [shape.key]: key, ...(typeof item === 'object' ? item : { [shape.value]: item }),
      }));
    default:
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toForm(item, shape.fields[key])]));
  }
}

/** What a form says, as its file has it; what was there before decides between two ways to write the same. */
function toFile(value, shape, before) {
  if (isEmpty(value)) {
    return isEmpty(before) ? before : undefined;
  }
  switch (shape?.kind) {
    case 'list': {
      const items = value.filter(item => !isEmpty(item));
      return typeof before === 'string' && items.length === 1 ? items[0] : items;
    }
    case 'items':
      return value.map((item, i) => toFile(item, shape.of, before?.[i]) ?? {});
    case 'readers': {
      const words = Object.fromEntries(Object.entries(value).filter(([, text]) => !isEmpty(text)));
      const all = Object.values(words);
      const areSame = all.length === shape.names.length && all.every(text => text === all[0]);
      return areSame && typeof before !== 'object' ? all[0] : words;
    }
    case 'keyed':
      return Object.fromEntries(value.filter(item => !isEmpty(item)).map(({ [shape.key]: key, ...item }) => {
        const rest = toFile(item, shape.of, before?.[key]) ?? {};
        const isWord = shape.value && Object.keys(rest).every(name => name === shape.value);
        return [key, isWord ? rest[shape.value] ?? '' : rest];
      }));
    case 'group':
      return Object.fromEntries(Object.entries(value)
        .map(([key, item]) => [key, toFile(item, shape.fields[key], before?.[key])])
        .filter(([, item]) => item !== undefined));
    default:
      return typeof value === 'object' ? value : String(value);
  }
}

function register(name, { extension, shape, list }) {
  const isPage = extension === 'md';
  const wrap = value => list ? { [list]: toForm(value, shape) } : toForm(value, shape);
  CMS.registerCustomFormat(name, extension, {
    fromFile(text) {
      const { value, body } = read(text, isPage);
      return { ...wrap(value ?? (list ? [] : {})), ...(isPage ? { body } : {}), [source]: text };
    },
    toFile({ [source]: before, body, ...form }) {
      const old = before === undefined ? undefined : read(before, isPage).value;
      const value = toFile(list ? form[list] ?? [] : form, shape, old) ?? (list ? [] : {});
      return before === undefined ? written(value, body, isPage) : merged(before, value, body, isPage);
    },
  });
}

const { config, formats } = await (await fetch('forms.json')).json();
for (const [name, format] of Object.entries(formats)) {
  register(name, format);
}
CMS.init({ config });
