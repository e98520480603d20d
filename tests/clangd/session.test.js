// A session as an editor has it: open a file, see squiggles, take the quick fix, see them gone.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import test from 'node:test'
import { pathToFileURL } from 'node:url'
import { Session } from './session.js'

const { SCALELINT_CLANGD, SCALELINT_PROGRAM, SCALELINT_SERVICE } = process.env

const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'scalelint-clangd-')))
const build = path.join(folder, 'build')
test.after(() => fs.rmSync(folder, { recursive: true }))

fs.cpSync(SCALELINT_SERVICE, folder, { recursive: true })
fs.writeFileSync(path.join(folder, '.clangd'), `
CompileFlags: {CompilationDatabase: build}
Diagnostics:
  ClangTidy:
    FastCheckFilter: None
    Add: [scale-*]
    CheckOptions: {scale.Summaries: ${build}/.scalelint}
`)
execFileSync('cmake', ['-S', folder, '-B', build, '-DCMAKE_CXX_COMPILER=clang++-19'])
assert.equal(spawnSync(SCALELINT_PROGRAM, ['check', '-p', build, '--quiet']).status, 1)

const isOurs = diagnostic => String(diagnostic.code).startsWith('scale-')

// The edits of one file, last first, so that those before keep their places.
function apply(text, edits) {
  const lines = text.split('\n')
  const offset = ({ line, character }) => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character
  for (const { range, newText } of [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start)))
    text = text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end))
  return text
}

// A session on one source of the service; what it publishes of its version 1.
async function open(t, name) {
  const session = new Session(SCALELINT_CLANGD, ['--enable-config', '--background-index=false'])
  t.after(() => session.kill())
  await session.request('initialize', {
    processId: process.pid, rootUri: pathToFileURL(folder).href,
    capabilities: { textDocument: { publishDiagnostics: { versionSupport: true },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } } },
  })
  session.notify('initialized', {})
  const uri = pathToFileURL(path.join(folder, name)).href
  const text = fs.readFileSync(path.join(folder, name), 'utf8')
  session.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'cpp', version: 1, text } })
  return { session, uri, text, diagnostics: await session.diagnostics(uri, 1) }
}

const codes = diagnostics => diagnostics.filter(isOurs).map(({ code }) => code).sort()

test('a hazard is published, its fix is offered, and applied it silences the hazard', { timeout: 60_000 }, async t => {
  const { session, uri, text, diagnostics } = await open(t, 'src/order_store.cpp')
  assert.deepEqual(codes(diagnostics), ['scale-over-fetch', 'scale-unbounded-fetch', 'scale-write-in-loop'])

  const wide = diagnostics.find(({ code }) => code === 'scale-over-fetch')
  const actions = await session.request('textDocument/codeAction',
    { textDocument: { uri }, range: wide.range, context: { diagnostics: [wide] } })
  const fix = actions.find(({ kind, edit }) => kind === 'quickfix' && edit?.changes?.[uri])
  assert.ok(fix, `no fix among ${JSON.stringify(actions)}`)

  const fixed = apply(text, fix.edit.changes[uri])
  session.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: fixed }] })
  const after = await session.diagnostics(uri, 2)
  assert.deepEqual(codes(after), ['scale-unbounded-fetch', 'scale-write-in-loop'])
  assert.deepEqual(after.filter(({ severity }) => severity === 1), []) // it compiles
  assert.equal(await session.close(), 0)
})

test('a helper in another file is seen through the summaries', { timeout: 60_000 }, async t => {
  const { session, diagnostics } = await open(t, 'src/report.cpp')
  assert.deepEqual(codes(diagnostics), ['scale-n-plus-one-query'])
  assert.equal(await session.close(), 0)
})
