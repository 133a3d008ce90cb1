import Pipeline
import Report
import Store

/// What an erasure took out, and where the person is still named.
struct ErasureText {
  private let report: ErasureReport
  private let mentions: PackMentions
  private let isTrial: Bool

  init(_ report: ErasureReport, _ mentions: PackMentions, isTrial: Bool) {
    self.report = report
    self.mentions = mentions
    self.isTrial = isTrial
  }

  /// The id itself is not repeated: the text may be kept.
  var text: String {
    let facts = report.files.reduce(0) { $0 + $1.facts }
    let rejects = report.files.reduce(0) { $0 + $1.rejects }
    var lines = [
      "\(isTrial ? "Would erase" : "Erased"): \(count(facts, "row")) of facts, "
        + "\(count(rejects, "rejected row")), \(count(report.purchaseDays, "purchase day")), "
        + "\(count(report.results.reduce(0) { $0 + $1.rows }, "row")) of results"
    ]
    lines += report.results.map { "  \($0.table): \(count($0.rows, "row"))" }
    if !report.files.isEmpty {
      lines.append("These exports hold the person; read again, their rows are left out:")
      lines += report.files.map {
        "  \($0.file.name) (\($0.file.contract)): \(count($0.facts + $0.rejects, "row"))"
      }
    }
    lines += packs
    if !isTrial {
      lines.append("The file was written anew; copies and backups of it are not reached.")
    }
    return lines.map(TerminalText.clean).joined(separator: "\n") + "\n"
  }

  private var packs: [String] {
    var lines: [String] = []
    if mentions.found.isEmpty {
      lines.append("No pack that the store knows, nor one beside it, names the person.")
    } else {
      lines.append("These packs still name the person: remove them, or what lies in them:")
      for pack in mentions.found {
        lines.append("  \(pack.folder)")
        lines += pack.files.map { "    \($0)" }
        lines += pack.workbooks.map { "    \($0) (a workbook, not searched)" }
      }
    }
    if !mentions.missing.isEmpty {
      lines.append("These packs are no longer where the store knows them:")
      lines += mentions.missing.map { "  \($0)" }
    }
    return lines
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
