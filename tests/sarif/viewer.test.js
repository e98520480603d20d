// What a reader sees of a log in the web viewer: every rule, every finding with its text, file and code, and no error.
import assert from 'node:assert/strict'
import test from 'node:test'
import { readLogs } from './logs.js'
import { show } from './viewer.js'

const logs = readLogs(process.env.SCALELINT_KEEP_LOGS)
const shown = ['services/order-service', 'driver/incomplete'].map(wanted => logs.find(({ name }) => name === wanted).log)

const Rule = 'tr[aria-level="1"]'
const Closed = `${Rule}[aria-expanded="false"] .bolt-tree-expand-button`

const squeezed = text => text.replace(/\s+/g, '')

// Opens every rule; one text a row, without white space, which the viewer adds between the parts of a path.
async function readRows(page) {
  await page.waitForSelector(Rule)
  while (await page.$(Closed))
    await page.click(Closed)
  const texts = selector => page.$$eval(selector, rows => rows.map(row => row.innerText))
  const rules = await texts(Rule), findings = await texts('tr[aria-level="2"]')
  return { rules: rules.map(squeezed), findings: findings.map(squeezed) }
}

test('the viewer shows every rule and every finding, and its console stays silent', async () => {
  const complaints = await show(shown, async (page, { runs: [run] }) => {
    assert.ok(run.results.length > 0)
    const rows = await readRows(page)
    const rules = run.tool.driver.rules
    for (const rule of new Set(run.results.map(({ ruleIndex }) => rules[ruleIndex]))) {
      assert.ok(rows.rules.some(row => row.startsWith(`${rule.id}:${rule.name}`)), `${rule.id} is not shown`)
      assert.ok(await page.$(`a[href="${rule.helpUri}"]`), `${rule.id} has no link`)
    }
    for (const result of run.results) {
      const { artifactLocation, region } = result.locations[0].physicalLocation
      const parts = [result.message.text, decodeURI(artifactLocation.uri), region.snippet.text].map(squeezed)
      const holds = row => parts.every(part => row.includes(part))
      assert.ok(rows.findings.some(holds), `not shown: ${result.message.text}`)
    }
    assert.equal(rows.findings.length, run.results.length)
  })
  assert.deepEqual(complaints, [])
})

test('an error in the page is heard', async () => {
  const [log] = structuredClone(shown)
  delete log.runs[0].tool
  const complaints = await show([log], page => page.waitForTimeout(500))
  assert.notDeepEqual(complaints, [])
})
