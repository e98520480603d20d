// Every log that the tests wrote, as the validator of the format and the sites that show logs judge it.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import test from 'node:test'
import { readLogs, validate } from './logs.js'
import { complaints, excesses } from './sound.js'

const logs = readLogs(process.env.SCALELINT_KEEP_LOGS)
const allowed = JSON.parse(fs.readFileSync(new URL('allowed.json', import.meta.url), 'utf8'))

const isAbout = (entry, log) => !entry.logs || entry.logs.some(name => log.startsWith(`report/${name}.`))
const isAllowed = remark => allowed.some(entry => entry.rule === remark.rule && isAbout(entry, remark.log))

test('every kind of test left logs behind', () => {
  const groups = new Set(logs.map(({ name }) => name.split('/')[0]))
  assert.deepEqual([...groups], ['driver', 'fixtures', 'report', 'services'])
})

test('the validator has no remark that is not allowed', () => {
  const remarks = validate(logs)
  const rest = remarks.filter(remark => !isAllowed(remark))
  assert.deepEqual(rest.map(({ log, level, rule, message }) => `${log}: ${level} ${rule}: ${message}`), [])
  for (const entry of allowed)
    assert.ok(remarks.some(remark => remark.rule === entry.rule), `${entry.rule} is allowed but never said`)
})

test('the validator is heard when a log is broken', () => {
  const { name, log } = structuredClone(logs.find(({ log }) => log.runs[0].results.length > 0))
  delete log.runs[0].results[0].locations
  const levels = validate([{ name, log }]).map(({ level }) => level)
  assert.ok(levels.includes('error'))
})

test('every number in a log leads somewhere', () => {
  for (const { name, log } of logs)
    assert.deepEqual(complaints(log), [], name)
})

test('a number that leads nowhere is noticed', () => {
  const broken = change => {
    const copy = structuredClone(logs.find(({ log }) => log.runs[0].results.some(result => result.fixes)).log)
    change(copy.runs[0], copy.runs[0].results.find(result => result.fixes))
    return complaints(copy).length
  }
  assert.equal(broken(() => {}), 0)
  assert.ok(broken((_, result) => delete result.partialFingerprints))
  assert.ok(broken((_, result) => (result.ruleIndex = 99)))
  assert.ok(broken((_, result) => (result.message.text += ' [there](99)')))
  assert.ok(broken((_, result) => (result.fixes[0].artifactChanges[0].replacements[0].deletedRegion.charOffset = 1e6)))
  assert.ok(broken((_, result) => delete result.fixes[0].artifactChanges[0].replacements[0].deletedRegion.charLength))
  assert.ok(broken(run => delete run.invocations))
  assert.ok(broken(run => run.taxonomies[0].taxa.shift()))
  assert.ok(broken(run => (run.versionControlProvenance[0].mappedTo.uriBaseId = 'ELSEWHERE')))
})

test('no log holds what a site would refuse', () => {
  for (const { name, log } of logs)
    assert.deepEqual(excesses(log), [], name)
})
