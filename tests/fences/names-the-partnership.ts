import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * Every statement names the partnership: whatever reads, changes or removes rows of a table that has a `partnership_id` has a condition on
 * it, although row-level security stands behind. Inserts need no fence: without the partnership they do not compile.
 */

/** The tables that have a `partnership_id`, as the types of the database say: `planPriority`. */
export const tablesOfPartnerships: ReadonlySet<string> = new Set(tablesWith('partnershipId'));

function tablesWith(column: string): string[] {
  const file = path.resolve(import.meta.dirname, '../../src/platform/schema.ts');
  const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const interfaces = source.statements.filter(ts.isInterfaceDeclaration);
  const nameOf = (member: ts.TypeElement): string =>
    member.name !== undefined && ts.isIdentifier(member.name) ? member.name.text : '';
  const having = new Set(
    interfaces
      .filter((one) => one.members.some((member) => nameOf(member) === column))
      .map((one) => one.name.text)
  );
  const database = interfaces.find((one) => one.name.text === 'DB');
  return [...(database?.members ?? [])]
    .filter(ts.isPropertySignature)
    .filter(({ type }) => type !== undefined && having.has(type.getText(source)))
    .map(nameOf);
}

const beginnings = ['selectFrom', 'updateTable', 'deleteFrom', 'mergeInto'];
const joins = ['innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin', 'from', 'using'];
const conditions = ['where', 'whereRef', 'on', 'onRef'];

type Named = { readonly table: string; readonly alias: string };
/** A table that the text does not name: it may be any, so it counts as a partnership's. */
const unnamed = 'a table that is handed in';

/** The statements of one source file that do not name the partnership: `aim in removeAim, line 12`. */
export function statementsWithoutPartnership(name: string, text: string): string[] {
  if (!/\.(selectFrom|updateTable|deleteFrom|mergeInto)\(|\bsql\b/.test(text)) return [];
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const say = (node: ts.Node, table: string) => {
    const statement = `${table} in ${functionNameAround(node)}`;
    if (excused[name]?.[statement] !== undefined) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${statement}, line ${line + 1}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const method = methodOf(node);
      if (beginnings.includes(method) || joins.includes(method)) {
        for (const named of tablesOf(node.arguments[0])) {
          if (!namesPartnership(node, named)) say(node, named.table);
        }
      }
    } else if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql') {
      for (const table of tablesWithoutPartnership(node.template.getText())) say(node, table);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function methodOf(call: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : '';
}

/** The tables of partnerships among those that a statement begins with or joins: `'aim as a'`, or a list of such. */
function tablesOf(given: ts.Expression | undefined): Named[] {
  if (given === undefined || ts.isArrowFunction(given)) return [];
  if (ts.isArrayLiteralExpression(given)) return given.elements.flatMap((one) => tablesOf(one));
  if (ts.isStringLiteralLike(given)) {
    const [table = '', alias = table] = given.text.split(/\s+as\s+/);
    return tablesOfPartnerships.has(table) ? [{ table, alias }] : [];
  }
  // `Array.from`, and a query in the place of a table, which is looked at by itself.
  const isTable = ts.isIdentifier(given) || ts.isAsExpression(given) || ts.isTemplateLiteral(given);
  return isTable ? [{ table: unnamed, alias: '' }] : [];
}

function namesPartnership(call: ts.CallExpression, named: Named): boolean {
  const method = methodOf(call);
  if (method === 'from' && named.table === unnamed) return true; // `Array.from(list)`, `Buffer.from(text)`
  const links = statementOf(call);
  if (!beginnings.includes(method)) {
    // A joined table may take it from the table it is joined to, which is looked at by itself.
    const how = call.arguments.slice(1).map((one) => one.getText());
    return (
      namesColumn(how.join(' '), named, false) ||
      links.some((link) => isCondition(link, named, false))
    );
  }
  return links.some((link) => isCondition(link, named, true)) || isTakenFromJoined(links, named);
}

/** Whether a joined table has the condition, and this one is joined to it by the same column. */
function isTakenFromJoined(links: readonly ts.CallExpression[], named: Named): boolean {
  return links
    .filter((link) => joins.includes(methodOf(link)))
    .filter((link) => namesColumn(link.getText(), named, false))
    .flatMap((link) => tablesOf(link.arguments[0]))
    .some((joined) => links.some((link) => isCondition(link, joined, false)));
}

function isCondition(link: ts.CallExpression, named: Named, isBareEnough: boolean): boolean {
  if (!conditions.includes(methodOf(link))) return false;
  const [column, operator] = link.arguments;
  if (column === undefined) return false;
  if (!ts.isStringLiteralLike(column)) return namesColumn(column.getText(), named, isBareEnough);
  const isEqual = operator !== undefined && /^'(=|in)'$/.test(operator.getText());
  return (
    isEqual &&
    namesColumn(link.arguments.map((one) => one.getText()).join(' '), named, isBareEnough)
  );
}

/** Whether a piece of text names the column of this table: by its alias, or alone where there is no doubt. */
function namesColumn(text: string, { alias }: Named, isBareEnough: boolean): boolean {
  const column = alias === '' ? /['.]partnershipId'/ : new RegExp(`'${alias}\\.partnershipId'`);
  return column.test(text) || (isBareEnough && /'partnershipId'|\bpartnershipId:/.test(text));
}

/** All calls of the chain a call is part of, and of the chains that go on from the variable which holds it. */
function statementOf(call: ts.CallExpression): ts.CallExpression[] {
  let top: ts.Node = call;
  while (isLink(top)) top = top.parent;
  const links = callsOf(top);
  const holder = variableOf(top);
  const scope = holder === null ? null : functionAround(top);
  if (holder === null || scope === null) return links;
  const more: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && rootOf(node) === holder) more.push(node);
    ts.forEachChild(node, visit);
  };
  visit(scope);
  return [...links, ...more];
}

/** Whether the chain goes on above this node. */
function isLink(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.expression === node) ||
    (ts.isCallExpression(parent) && parent.expression === node)
  );
}

function callsOf(top: ts.Node): ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  let node: ts.Node = top;
  while (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) {
    if (ts.isCallExpression(node)) calls.push(node);
    node = node.expression;
  }
  return calls;
}

function rootOf(call: ts.CallExpression): string {
  let node: ts.Node = call;
  while (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) node = node.expression;
  return ts.isIdentifier(node) ? node.text : '';
}

function variableOf(top: ts.Node): string | null {
  const { parent } = top;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return null;
  return parent.name.text;
}

function functionAround(node: ts.Node): ts.Node | null {
  let around: ts.Node | undefined = node.parent;
  while (around !== undefined && !ts.isFunctionLike(around)) around = around.parent;
  return around ?? null;
}

/** The name of the function that a statement stands in, or of the constant that holds it. */
function functionNameAround(node: ts.Node): string {
  for (let around: ts.Node | undefined = node.parent; around; around = around.parent) {
    if (ts.isFunctionDeclaration(around) || ts.isMethodDeclaration(around)) {
      return around.name?.getText() ?? 'a function';
    }
    if (ts.isVariableDeclaration(around) && ts.isSourceFile(around.parent.parent.parent)) {
      return around.name.getText();
    }
  }
  return 'the file';
}

const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Tables that written SQL reads or writes where it says nothing of a partnership. */
function tablesWithoutPartnership(written: string): string[] {
  if (/\bpartnership_id\b/.test(written)) return [];
  const named = [...written.matchAll(/\b(?:from|join|update|into)\s+([a-z_]+)/gi)].map(
    (one) => one[1]
  );
  return [...tablesOfPartnerships].filter((table) => named.includes(snake(table)));
}

const byMembership =
  'reads what row-level security shows between a collaborative and its members (decision 0054)';
const bySecret =
  'found by its secret: row-level security shows the transaction the one row that it was given the secret of';
const everyPlace = 'asks in which partnerships somebody is, before there is one';

/** Statements that need not name the partnership, by file, table and function, each with the reason. */
export const excused: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'src/modules/benchmarks/store.server.ts': { 'benchmarkAsked in findByLink': bySecret },
  'src/modules/bodies/store.server.ts': {
    'collaborativeMember in regionalAims': byMembership,
    'commonElement in regionalElements': byMembership
  },
  'src/modules/partnerships/api-tokens.store.server.ts': {
    'apiToken in findUsableToken': bySecret
  },
  'src/modules/partnerships/invitations.store.server.ts': {
    'invitation in findInvitation': bySecret
  },
  'src/modules/partnerships/store.server.ts': { 'membership in placesOf': everyPlace },
  'src/modules/reports/calendar.store.server.ts': { 'calendarAddress in findByToken': bySecret },
  'src/modules/reports/public.store.server.ts': {
    'publication in findCurrent':
      'shows everybody what stands published, which is all that row-level security lets them see'
  },
  'src/modules/actors/workshops.store.server.ts': {
    'ringWorkshop in findByCode': bySecret,
    'ringPerson in findByKey': bySecret
  },
  'src/modules/surveys/responses.store.server.ts': { 'survey in findByLink': bySecret }
};
