// What the validator does not look at: every number in a log leads where it says, and every finding can be recognised.

const list = value => value ?? []

// Sentences about what is wrong with the only run of a log.
export function complaints({ runs: [run] }) {
  const wrong = []
  const expect = (holds, sentence) => holds || wrong.push(sentence)
  const { driver } = run.tool
  const results = list(run.results)

  expect(list(run.invocations).length > 0, 'no invocation says how the run went')
  for (const invocation of list(run.invocations))
    for (const { descriptor } of list(invocation.toolExecutionNotifications))
      expect(list(driver.notifications)[descriptor.index]?.id === descriptor.id, `notification ${descriptor.id} dangles`)
  for (const { mappedTo } of list(run.versionControlProvenance))
    expect(mappedTo.uriBaseId in run.originalUriBaseIds, `the repository is mapped to ${mappedTo.uriBaseId}, which is nowhere`)

  for (const rule of list(driver.rules))
    for (const { target } of list(rule.relationships)) {
      const taxonomy = list(run.taxonomies)[target.toolComponent.index]
      expect(taxonomy?.name === target.toolComponent.name, `${rule.id}: its taxonomy dangles`)
      expect(taxonomy?.version && taxonomy?.organization, `${rule.id}: its taxonomy has no version`)
      expect(list(taxonomy?.taxa)[target.index]?.id === target.id, `${rule.id}: ${target.id} dangles`)
    }

  const names = new Set()
  for (const result of results) {
    const name = result.partialFingerprints?.['scalelint/v1']
    expect(name, `${result.ruleId}: no fingerprint`)
    expect(!names.has(name), `${result.ruleId}: fingerprint ${name} stands twice`)
    names.add(name)
    expect(list(driver.rules)[result.ruleIndex]?.id === result.ruleId, `${result.ruleId} is not rule ${result.ruleIndex}`)
    const ids = new Set(list(result.relatedLocations).map(location => location.id))
    for (const [, id] of result.message.text.matchAll(/\]\((\d+)\)/g))
      expect(ids.has(Number(id)), `${result.ruleId}: link ${id} dangles`)
    expect(list(result.locations)[0]?.physicalLocation, `${result.ruleId}: no place, so sites drop it`)
  }

  const locate = (location, region) => {
    const artifact = run.artifacts[location.index]
    expect(artifact?.location.uri === location.uri, `${location.uri} is not artifact ${location.index}`)
    expect(!location.uriBaseId || location.uriBaseId in run.originalUriBaseIds, `${location.uriBaseId} is nowhere`)
    if (!artifact?.hashes || !region)
      return
    const both = region.startColumn && region.endColumn && region.charOffset !== undefined && region.charLength !== undefined
    expect(both, `${location.uri}:${region.startLine}: not both kinds of region`)
    expect(region.charOffset + region.charLength <= artifact.length, `${location.uri}:${region.startLine}: ends behind the file`)
  }
  const walk = value => {
    if (value === null || typeof value !== 'object')
      return
    if (value.physicalLocation?.artifactLocation)
      locate(value.physicalLocation.artifactLocation, value.physicalLocation.region)
    for (const { deletedRegion } of list(value.replacements))
      locate(value.artifactLocation, deletedRegion)
    Object.values(value).forEach(walk)
  }
  results.forEach(walk)
  list(run.invocations).forEach(walk)
  return wrong
}

// What a site would refuse or cut: https://docs.gitlab.com/user/application_security/detect/sarif/#limits and GitHub's
// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
export function excesses({ runs: [run] }) {
  const wrong = []
  const longest = (text, limit, what) => [...(text ?? '')].length > limit && wrong.push(`${what} is longer than ${limit}`)
  for (const rule of run.tool.driver.rules) {
    longest(rule.name, 255, `${rule.id}: name`)
    longest(rule.shortDescription.text, 1024, `${rule.id}: shortDescription`)
    longest(rule.fullDescription.text, 2048, `${rule.id}: fullDescription`)
    longest(rule.helpUri, 2048, `${rule.id}: helpUri`)
    if (rule.properties.tags.length > 10)
      wrong.push(`${rule.id}: more than 10 tags`)
  }
  for (const result of list(run.results))
    longest(result.message.text, 2048, `${result.ruleId}: message`)
  return wrong
}
