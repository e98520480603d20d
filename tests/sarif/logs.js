// The SARIF logs that other tests left behind, and the validator run over them.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

const require = createRequire(import.meta.url)

// GitHub takes so many runs in one file; the validator starts slowly, so each call gets files that are full.
const RunsPerFile = 20

// Every log below the folder: its name, and what it holds.
export function readLogs(folder) {
  const logs = []
  for (const group of fs.readdirSync(folder).sort()) {
    for (const file of fs.readdirSync(path.join(folder, group)).sort()) {
      const name = `${group}/${path.basename(file, '.sarif')}`
      logs.push({ name, log: JSON.parse(fs.readFileSync(path.join(folder, group, file), 'utf8')) })
    }
  }
  return logs
}

// Files of up to twenty runs each, in a folder; the runs of a file carry the names of their logs as their ids.
function bundle(logs, folder) {
  const files = new Map()
  for (let first = 0; first < logs.length; first += RunsPerFile) {
    const part = logs.slice(first, first + RunsPerFile)
    const runs = part.flatMap(({ name, log }) => {
      assert.equal(log.runs.length, 1, name)
      assert.equal(log.$schema, part[0].log.$schema, name)
      assert.equal(log.version, part[0].log.version, name)
      return [{ ...log.runs[0], automationDetails: { id: `${name}/` } }]
    })
    const file = path.join(folder, `${first}.sarif`)
    fs.writeFileSync(file, JSON.stringify({ ...part[0].log, runs }, null, 1))
    files.set(file, part.map(({ name }) => name))
  }
  return files
}

// What the validator says about the logs: [{log, level, rule, message}]. Its exit status is 0 whatever it finds, so its
// lines count, and how many files it says it read.
export function validate(logs) {
  const program = require('@microsoft/sarif-multitool')
  fs.chmodSync(program, 0o755)
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'scalelint-sarif-'))
  try {
    const files = bundle(logs, folder)
    const options = ['--rule-kind', 'Sarif;Gh;Ghas', '--level', 'Note;Warning;Error']
    const ran = spawnSync(program, ['validate', ...files.keys(), ...options], { encoding: 'utf8', maxBuffer: 1 << 28 })
    assert.equal(ran.status, 0, ran.stdout + ran.stderr)
    assert.match(ran.stdout, new RegExp(`^Done. ${files.size} files scanned.$`, 'm'))
    assert.match(ran.stdout, /^Analysis completed successfully.$/m)
    return ran.stdout.split('\n').flatMap(line => {
      const found = /^(.+?)(?:\(\d+,\d+\))? ?: (error|warning|note) (\w+).*?: (?:runs\[(\d+)\])?(.*)$/.exec(line)
      if (!found)
        return []
      const [, file, level, rule, run, message] = found
      return [{ log: run ? files.get(file)[run] : path.basename(file), level, rule, message }]
    })
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}
