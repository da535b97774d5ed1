"""The numbers of the ranking, the same for every engine.

A document's score for a word is BM25 over its columns taken together, each occurrence in the title
weighted, with Lucene's idf, which is never negative. Added is a little for the very form, a little more
for the very letters, something for neighbours that stand as typed, and GRAM_WEIGHT of the same score over
pieces of four letters. The sum is multiplied by
(length / mean length, at most LENGTH_LIMIT) ^ LENGTH_EXPONENT.
"""

import math

# BM25's parameters, fixed in FTS5.
K1 = 1.2
B = 0.75

TITLE_WEIGHT = 3.0
GRAM_WEIGHT = 0.3

# What means the same as a word of the question counts for less than the word itself.
SYNONYM_WEIGHT = 0.6

EXACT_FORM_WEIGHT = 0.1
EXACT_SPELLING_WEIGHT = 0.1

# A question of so many content words at most is short.
MOST_WORDS_OF_SHORT = 3

# To have a word of a short question at all, or what may stand for it, counts beside how often and in
# how long a text: BM25+, Lv and Zhai, Lower-Bounding Term Frequency Normalization, CIKM 2011.
PRESENCE_WEIGHT = 0.5

# Two words of a short question side by side, as typed: a title remembered, an expression. In long
# questions neighbours say nothing.
PAIR_WEIGHT = 0.3

# A piece of four letters that more of the documents have says nothing and costs time.
COMMONEST_GRAM_SHARE = 0.02
COMMONEST_GRAM_LEAST = 100

# A document with no word of the question, but with this share of its pieces, is similar.
SIMILAR_GRAM_SHARE = 0.5

# Long documents are hurt by BM25's b of 0.75.
LENGTH_EXPONENT = 0.15
LENGTH_LIMIT = 3.0


def idf(documents: int, having: int) -> float:
    """ln(1 + (N − n + ½) / (n + ½)), Lucene's: the rarity of what n of N documents have."""
    return math.log(1 + (documents - having + 0.5) / (having + 0.5))
