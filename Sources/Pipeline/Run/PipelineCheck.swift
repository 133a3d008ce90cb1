package import Diagnostics
import Exports

/// All that is known to be wrong with a pipeline without reading rows; headers are opened.
package enum PipelineCheck {
  /// What a header says of one export file.
  package struct Line: Sendable {
    package let file: String
    package let contract: String
    package let mapped: [(field: String, header: String)]
    package let unused: [String]
    package let reasons: [String]
    /// How columns are written that are not plain.
    package let forms: [String]
  }

  /// - Throws: the problems of all files at once.
  package static func headers(of pipeline: LoadedPipeline) throws(Diagnostics) -> [Line] {
    try headers(of: pipeline.exports)
  }

  static func headers(of exports: [ContractFiles]) throws(Diagnostics) -> [Line] {
    var problems = Diagnostics()
    var lines: [Line] = []
    for set in exports {
      for file in set.files {
        do throws(Diagnostics) {
          let export = try OpenedExport.open(file, as: set.contract, set.settings)
          lines.append(
            Line(
              file: file.name, contract: set.contract.name,
              mapped: export.columns.map { ($0.name, $0.header) }, unused: export.unusedColumns,
              reasons: export.reasons, forms: export.formNotes))
        } catch {
          for problem in error.all { problems.add(problem) }
        }
      }
    }
    try problems.throwIfAny()
    return lines
  }
}
