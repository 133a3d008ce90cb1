import Values

/// When purchases after T are counted, and what each is worth at T.
package struct ForecastSchedule: Sendable, Equatable {
  /// Ends of the steps after T, ascending: calendar months, or steps of 30 days.
  package let steps: [Double]
  /// The discount factor of each step.
  package let factors: [Double]
  /// How many steps each horizon has, ascending: 3, 6, 12.
  package let horizons: [Int]

  /// - Precondition: Steps ascend from above 0, a factor for each, horizons ascend within them.
  package init(steps: [Double], factors: [Double], horizons: [Int]) {
    precondition(
      steps.count == factors.count && !steps.isEmpty && steps[0] > 0
        && zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 },
      "steps ascend, with a factor each")
    precondition(
      !horizons.isEmpty && horizons[0] > 0 && horizons[horizons.count - 1] <= steps.count
        && zip(horizons, horizons.dropFirst()).allSatisfy { $0 < $1 },
      "horizons ascend, within the steps")
    self.steps = steps
    self.factors = factors
    self.horizons = horizons
  }
}

/// Expected purchases of each class of customers.
package struct PurchaseForecast: Sendable, Equatable {
  /// P(alive) at T.
  package let alive: [Double]
  /// `[horizon][class]`: E[Y(t) | x, t_x, T].
  package let expected: [[Double]]
  /// `[horizon][class]`: `Σ_k factor_k (E[Y(t_k)] − E[Y(t_{k−1})])`.
  package let discounted: [[Double]]
}

extension PurchaseHistories {
  /// Expected purchases of all classes.
  ///
  /// What is expected of customers who are present depends on x and T, and is worked out once for each
  /// pair; t_x enters with the probability that they are.
  ///
  /// - Parameter processes: One for each covariate pattern, or one for all.
  package func forecast(
    _ processes: [any PurchaseProcess], _ schedule: ForecastSchedule, threads: Int? = nil
  ) -> PurchaseForecast {
    let steps = Array(schedule.steps.prefix(schedule.horizons[schedule.horizons.count - 1]))
    let horizons = schedule.horizons.count
    let filled = fill(1 + 2 * horizons, processes, threads: threads) {
      columns, process, run, classes in
      let youngest = times[Int(ageIndex[classes.lowerBound])]
      let future = process.future(
        x: run.x, youngest: youngest, longest: steps[steps.count - 1])
      var values = [Double](repeating: 0, count: steps.count)
      var whole = [Double](repeating: 0, count: horizons)
      var worth = whole
      var next = 1.0
      var last: Int32 = -1
      for c in classes {
        if ageIndex[c] != last {
          last = ageIndex[c]
          next = process.aliveWhilePresent(x: run.x, age: times[Int(last)])
          future.expected(age: times[Int(last)], steps: steps, into: &values)
          var sum = 0.0
          var before = 0.0
          var step = 0
          for (index, end) in schedule.horizons.enumerated() {
            while step < end {
              sum += schedule.factors[step] * (values[step] - before)
              before = values[step]
              step += 1
            }
            whole[index] = before
            worth[index] = sum
          }
        }
        let history = PurchaseHistory(
          x: run.x, tx: times[Int(txIndex[c])], age: times[Int(last)])
        let present = process.probabilityPresent(history)
        columns[0, c] = present * next
        for index in 0..<horizons {
          columns[1 + index, c] = present * whole[index]
          columns[1 + horizons + index, c] = present * worth[index]
        }
      }
    }
    return PurchaseForecast(
      alive: filled[0], expected: Array(filled[1...horizons]),
      discounted: Array(filled[(1 + horizons)...]))
  }

  /// P(alive) of each class.
  package func probabilityAlive(
    _ processes: [any PurchaseProcess], threads: Int? = nil
  ) -> [Double] {
    byClass(processes, threads: threads) { $0.probabilityAlive($1) }
  }

  /// P(no purchase in (T, T + t]) of each class.
  package func probabilityOfNone(
    _ processes: [any PurchaseProcess], within t: Double, threads: Int? = nil
  ) -> [Double] {
    let filled = fill(1, processes, threads: threads) { columns, process, run, classes in
      var none = 1.0
      var last: Int32 = -1
      for c in classes {
        let age = times[Int(ageIndex[c])]
        if ageIndex[c] != last {
          last = ageIndex[c]
          none = process.noneWhilePresent(x: run.x, age: age, within: t)
        }
        let present = process.probabilityPresent(
          PurchaseHistory(x: run.x, tx: times[Int(txIndex[c])], age: age))
        columns[0, c] = 1 - present + present * none
      }
    }
    return filled[0]
  }

  /// Σ ln L of all customers.
  package func logLikelihood(
    _ processes: [any PurchaseProcess], threads: Int? = nil
  ) -> Double {
    let values = byClass(processes, threads: threads) { $0.logLikelihood($1) }
    var sum = 0.0
    for c in values.indices { sum += Double(counts[c]) * values[c] }
    return sum
  }

  private func byClass(
    _ processes: [any PurchaseProcess], threads: Int?,
    _ value: (any PurchaseProcess, PurchaseHistory) -> Double
  ) -> [Double] {
    fill(1, processes, threads: threads) { columns, process, _, classes in
      for c in classes { columns[0, c] = value(process, history(c)) }
    }[0]
  }

  /// Columns of a number a class: `body` gets pieces of the runs of equal x, on all threads, and
  /// writes all their classes.
  func fill(
    _ count: Int, _ processes: [any PurchaseProcess], threads: Int?,
    _ body: (ClassColumns, any PurchaseProcess, Run, Range<Int>) -> Void
  ) -> [[Double]] {
    precondition(
      processes.count == 1 || processes.count >= patternCount, "a process for each pattern")
    let pieces = LikelihoodPieces(runs) { _ in true }
    return ClassColumns.filled(count, classes: classCount) { columns in
      pieces.share(threads: max(1, threads ?? Workers.processorCount)) { _, piece in
        let run = runs[piece.run]
        body(columns, processes[processes.count == 1 ? 0 : run.pattern], run, piece.classes)
      }
    }
  }
}
