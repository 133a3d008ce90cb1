import Exports
import Report
import Values

extension QualityWriter {
  private typealias D = DuplicatePhrases

  /// Rows of a list on the page; the CSV of the pack has them all.
  private static let listed = 500

  private var duplicates: CustomerDuplicates { output.duplicates }

  var duplicateBlocks: [Page.Block] {
    var blocks: [Page.Block] = []
    if !duplicates.members.isEmpty { blocks.append(.table(duplicatesTable)) }
    if !duplicates.merged.isEmpty { blocks.append(.table(mergedTable)) }
    return blocks
  }

  var duplicateNotes: [Note] {
    guard duplicates.searched != nil else { return [] }
    var notes = [
      Note(.policy, wording(D.noteKeys, ["keys": .text(keyNames(duplicates.uses.map(\.key)))])),
      Note(.policy, wording(D.noteProposal)),
    ]
    for use in duplicates.uses where use.crowded > 0 {
      notes.append(
        Note(
          .caution,
          wording(
            D.noteCrowded,
            [
              "key": .phrase(D.key(use.key)), "n": .count(use.crowded),
              "most": .count(output.settings.mostSharing),
            ])))
    }
    for use in duplicates.uses where use.unusable > 0 {
      notes.append(
        Note(
          .caution,
          wording(
            D.noteUnusable,
            [
              "key": .phrase(D.key(use.key)), "n": .count(use.unusable),
              "filled": .count(use.filled),
            ])))
    }
    return notes
  }

  var duplicateMeasures: [Measure] {
    let isKnown = duplicates.searched != nil
    let reason = isKnown ? nil : wording(D.notSearched)
    return [
      Measure(
        id: "duplicate_groups", label: wording(D.groups),
        value: isKnown ? Double(duplicates.groups) : nil, unit: .count, n: duplicates.searched,
        reason: reason, betterWhen: .lower),
      Measure(
        id: "duplicate_customers", label: wording(D.customers),
        value: isKnown ? Double(duplicates.members.count) : nil, unit: .count,
        n: duplicates.searched, reason: reason, betterWhen: .lower),
      Measure(
        id: "merged_customers", label: wording(D.mergedCustomers),
        value: Double(duplicates.merged.count), unit: .count),
    ]
  }

  var duplicateFindings: [Finding] {
    var findings: [Finding] = []
    if !duplicates.members.isEmpty {
      let used = Set(duplicates.pairs.flatMap(\.keys))
      findings.append(
        Finding(
          id: "quality.duplicates", severity: .warning,
          sentence: wording(
            D.finding,
            [
              "n": .count(duplicates.members.count), "groups": .count(duplicates.groups),
              "keys": .text(keyNames(duplicates.uses.map(\.key).filter(used.contains))),
            ]),
          page: step, action: wording(D.action)))
    }
    let absent = duplicates.merges.absent
    if !absent.isEmpty {
      findings.append(
        Finding(
          id: "quality.merge-absent", severity: .warning,
          sentence: wording(
            D.absentFinding,
            [
              "n": .count(absent.count),
              "ids": .text(
                absent.prefix(5).map { wording.person($0, .customer) }
                  .joined(separator: wording(D.separator))),
            ]),
          page: step, action: wording(D.absentAction)))
    }
    if !duplicates.merged.isEmpty {
      findings.append(
        Finding(
          id: "quality.merged", severity: .note,
          sentence: wording(
            D.mergedFinding,
            [
              "n": .count(duplicates.merged.count),
              "into": .count(duplicates.merges.map.survivors.count),
              "rows": .count(duplicates.merges.movedRows),
            ]), page: step))
    }
    return findings
  }

  private func keyNames(_ keys: [DuplicateKey]) -> String {
    keys.map { wording(D.key($0)) }.joined(separator: wording(D.separator))
  }

  private var duplicatesTable: ReportTable {
    let none = ReportTable.Cell.missing(wording(P.noValue))
    let rows = duplicates.members.prefix(Self.listed).map { member -> [ReportTable.Cell] in
      let ties = member.ties.map {
        wording(D.tie, ["key": .phrase(D.key($0.key)), "id": .person($0.other, .customer)])
      }
      return [
        .text(String(member.group)), .text(wording.person(member.customer, .customer)),
        member.name.isEmpty ? none : .text(wording.person(member.name, .name)),
        .text(ties.joined(separator: wording(D.separator))),
        member.activity.first.map { .day($0) } ?? none,
        member.activity.last.map { .day($0) } ?? none, .number(Double(member.activity.rows)),
        member.target.map { .text(wording.person($0, .customer)) } ?? .text(wording(D.stands)),
      ]
    }
    return ReportTable(
      id: "\(step)_duplicates", title: wording(D.title),
      columns: [D.group, D.customer, D.name, D.same].map { .init(wording($0), .text) }
        + [
          .init(wording(D.first), .day), .init(wording(D.last), .day),
          .init(wording(D.orderRows), .count), .init(wording(D.mergeInto), .text),
        ],
      rows: rows, totalRows: duplicates.members.count)
  }

  private var mergedTable: ReportTable {
    let none = ReportTable.Cell.missing(wording(P.noValue))
    let rows = duplicates.merged.prefix(Self.listed).map { merged -> [ReportTable.Cell] in
      [
        .text(wording.person(merged.customer, .customer)),
        merged.name.isEmpty ? none : .text(wording.person(merged.name, .name)),
        .text(wording.person(merged.target, .customer)),
        merged.targetName.isEmpty ? none : .text(wording.person(merged.targetName, .name)),
        .number(Double(merged.rows)),
      ]
    }
    return ReportTable(
      id: "\(step)_merge_map", title: wording(D.mergedTitle),
      columns: [D.customer, D.name, D.into, D.intoName].map { .init(wording($0), .text) }
        + [.init(wording(P.rows), .count)],
      rows: rows, totalRows: duplicates.merged.count)
  }
}
