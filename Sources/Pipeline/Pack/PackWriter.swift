import Diagnostics
import Exports
import Foundation
import Report
import Store
import Values

/// Writes all documents and lists of a run into one folder.
struct PackWriter {
  let pipeline: LoadedPipeline
  let registry: StageRegistry
  let account: Account
  let previous: PreviousMeasures
  let identity: String
  let store: Store
  let threads: Int?
  let log: RunLog

  /// - Returns: the folder in its place, and what is in it.
  func write(_ ran: [StepRunner.Ran]) throws(Diagnostic) -> (String, [PackFile]) {
    let folder = PackFolder.path(pipeline, identity)
    let draft = "\(pipeline.outPath)/.\((folder as NSString).lastPathComponent).part"
    try PackFolder.remove(draft)
    try PackFolder.make(draft)
    var paths: [String] = []
    do throws(Diagnostic) {
      for pack in pipeline.packs {
        for language in pack.languages {
          paths += try write(pack, language, ran, into: draft)
        }
      }
      paths += try writeLists(ran, into: draft)
      let files = try paths.map { (path) throws(Diagnostic) in
        let (sha256, bytes) = try ContentHash.of(file: "\(draft)/\(path)")
        return PackFile(path: path, bytes: bytes, sha256: sha256)
      }
      let manifest = Manifest(
        pipeline: pipeline, account: account, identity: identity, steps: ran, files: files)
      try TextFile.write(manifest.encoded(), to: "\(draft)/\(Manifest.fileName)")
      try PackFolder.publish(draft, as: folder)
      try PackFolder.link(folder, in: pipeline.outPath)
      return (folder, files)
    } catch {
      try? PackFolder.remove(draft)
      throw error
    }
  }

  private func write(
    _ pack: PackPlan, _ language: Language, _ ran: [StepRunner.Ran], into draft: String
  ) throws(Diagnostic) -> [String] {
    let document = PackComposer(
      pipeline: pipeline.file, asOf: pipeline.asOf, version: ProgramVersion.text, account: account,
      steps: results(ran, pack, language), language: language
    ).document()
    let name = "\(pack.name)-\(language.rawValue)"
    let charts = "charts/\(name)"
    var paths = ["\(name).md"]
    try log.timed("write_md", { (_: Void) in "\(name).md" }) { () throws(Diagnostic) in
      let report = MarkdownRenderer(chartFolder: charts).render(document)
      try PackFolder.make("\(draft)/\(charts)")
      try TextFile.write(report.markdown, to: "\(draft)/\(name).md")
      for chart in report.charts {
        try TextFile.write(chart.svg, to: "\(draft)/\(charts)/\(chart.name)")
        paths.append("\(charts)/\(chart.name)")
      }
    }
    try log.timed("write_xlsx", { (_: Void) in "\(name).xlsx" }) { () throws(Diagnostic) in
      try WorkbookRenderer().write(document, to: "\(draft)/\(name).xlsx")
    }
    return ["\(name).xlsx"] + paths
  }

  /// The reports of the pack's steps in page order, with last time's figures and the targets.
  private func results(
    _ ran: [StepRunner.Ran], _ pack: PackPlan, _ language: Language
  ) -> [PackComposer.StepResult] {
    let wording = Wording(
      language: language, currency: pipeline.file.currency, masking: pipeline.file.masking)
    let order = pack.pages.isEmpty ? ran.map(\.step.id) : pack.pages
    return order.compactMap { id in
      guard let one = ran.first(where: { $0.step.id == id }),
        let stage = registry[one.step.stage.name]
      else { return nil }
      var report = one.output.report(wording, step: id)
      for index in report.measures.indices {
        let measure = report.measures[index].id
        report.measures[index].previous = previous[id, measure]
        report.measures[index].target =
          pipeline.file.targets.values.first { $0.measure == "\(id).\(measure)" }?.value
      }
      return PackComposer.StepResult(
        id: id, stage: stage, settings: one.step.stage.settings, report: report)
    }
  }

  /// Where a result table lies in the pack.
  static func listPath(step: String, table: String) -> String { "lists/\(step)-\(table).csv" }

  /// Every result table, the account and the rejects as CSV.
  private func writeLists(
    _ ran: [StepRunner.Ran], into draft: String
  ) throws(Diagnostic) -> [String] {
    let isChinese = pipeline.packs.contains { $0.languages.contains(.simplifiedChinese) }
    let lists = ListCSV(hasOrderMark: isChinese, threads: threads)
    let masking = pipeline.file.masking
    var paths: [String] = []
    try log.timed("write_scored", { (_: Void) in "\(paths.count) lists" }) {
      () throws(Diagnostic) in
      try PackFolder.make("\(draft)/lists")
      for one in ran {
        for table in type(of: one.output).tables(pipeline.file.currency) {
          let path = Self.listPath(step: one.step.id, table: table.name)
          try lists.write(
            masking.table(one.output.table(table.name)), to: "\(draft)/\(path)")
          paths.append(path)
        }
      }
      try lists.write(account.table(), to: "\(draft)/account.csv")
      paths.append("account.csv")
      // Rejected rows are as they came: nobody knows where in them a name stands.
      if masking.profile != .external {
        try RejectFile.write(
          from: store, contracts: Set(pipeline.exports.map(\.contract.name)),
          to: "\(draft)/rejects.csv", hasOrderMark: isChinese,
          hidesText: masking.profile == .management)
        paths.append("rejects.csv")
      }
    }
    return paths
  }
}
