import Values

/// A model's log-likelihood of grouped histories with its first two derivatives by the parameters.
///
/// The parameters of each covariate pattern are given apart; derivatives are those of that pattern's
/// part of the sum. Sums are taken in pieces that do not depend on the number of threads.
protocol PurchaseLikelihood: Sendable {
  init(_ histories: PurchaseHistories)

  /// - Parameter parameters: Natural scale, one row a pattern.
  func parts(_ parameters: [[Double]], threads: Int) -> [TrustRegion.Evaluation]
}

/// Pieces of runs of classes: what one thread takes at a time, and adds up alone.
struct LikelihoodPieces: Sendable {
  struct Piece: Sendable {
    let run: Int
    let classes: Range<Int>
  }

  let pieces: [Piece]
  /// Pieces that one thread takes together, so that the short runs of rare x do not each cost a lock.
  let batches: [Range<Int>]

  init(_ runs: [PurchaseHistories.Run], largest: Int = 4096, where isNeeded: (Double) -> Bool) {
    var pieces: [Piece] = []
    var batches: [Range<Int>] = []
    var first = 0
    var classes = 0
    for (index, run) in runs.enumerated() where isNeeded(run.x) {
      var start = run.classes.lowerBound
      while start < run.classes.upperBound {
        let end = min(start + largest, run.classes.upperBound)
        pieces.append(Piece(run: index, classes: start..<end))
        classes += end - start
        start = end
        if classes >= largest {
          batches.append(first..<pieces.count)
          first = pieces.count
          classes = 0
        }
      }
    }
    if first < pieces.count { batches.append(first..<pieces.count) }
    self.pieces = pieces
    self.batches = batches
  }

  /// Calls `body` with each piece, on up to `threads` threads.
  func share(threads: Int, _ body: (_ index: Int, _ piece: Piece) -> Void) {
    Workers.share(batches.count, threads: threads) { batch, _ in
      for index in batches[batch] { body(index, pieces[index]) }
    }
  }
}
