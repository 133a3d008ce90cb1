package import Diagnostics

/// Protects the respondents of all steps of a run together, before anything is rendered or kept.
package struct PackDisclosure {
  let minCell: Int
  /// What earlier packs told, the newest first.
  let earlier: [ToldAnswers]

  package init(minCell: Int, earlier: [ToldAnswers] = []) {
    self.minCell = minCell
    self.earlier = earlier
  }

  /// The outputs without what must not be told, and what then is.
  ///
  /// - Parameter outputs: by step id, in the order in which the steps ran.
  package func protect(
    _ outputs: [(step: String, output: any StageOutput)]
  ) throws(Diagnostic) -> (outputs: [any StageOutput], told: ToldAnswers) {
    var tables = AnswerTables()
    for (step, output) in outputs {
      if let subject = tables.merge(output.answers) { throw countedTwice(subject, step) }
    }
    let hidden = CellSuppression(tables, earlier: earlier, minCell: minCell).hidden()
    return (outputs.map { $0.output.hiding(hidden) }, ToldAnswers(tables, hidden: hidden))
  }

  /// The difference between two ways to count would be of single people.
  private func countedTwice(_ subject: String, _ step: String) -> Diagnostic {
    Diagnostic(
      .configuration, "answers-counted-twice",
      "step '\(step)' counts the answers of '\(subject)' otherwise than a step before it; both "
        + "together would tell of single people",
      help:
        "give both the same scales, no_answer and weighted, and the same days and cuts, or leave "
        + "one out")
  }
}
