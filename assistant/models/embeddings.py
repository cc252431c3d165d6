"""Vectors of texts: built-in hashed character n-grams, or a model behind an OpenAI-like address.

The built-in ones need no key and no training, so that a document's vectors never depend on what
else is in the index. They know spelling, not meaning: the retriever gives them little weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from assistant.models.endpoints import endpoint_of
from assistant.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


class Embedding(Protocol):
    """What turns texts into vectors of unit length; ``name`` tells one model from another."""

    @property
    def name(self) -> str:
        """Name that the index remembers."""

    @property
    def dimension(self) -> int:
        """Length of a vector; asking an endpoint for it may cost a request."""

    @property
    def semantic(self) -> bool:
        """Whether near vectors mean the same, beyond being spelt alike."""

    def embed_texts(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a row.

        Raises:
            ModelError: the endpoint failed.
        """


class HashedNgrams:
    """Signed counts of a text's pairs and triples of characters, hashed into 256 places."""

    name = "hashed-ngrams-256/1"
    dimension = 256
    semantic = False
    # Odd 64-bit constants: multiplying by them spreads neighbouring code points over all bits.
    _SPREAD = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)

    def embed_texts(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a row; a text without characters to count gets a fixed one."""
        import numpy as np

        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            row += self._counts(text)
        # Chroma refuses to compare with a vector of zeros.
        vectors[~vectors.any(axis=1), 0] = 1.0
        # The square root keeps one word repeated in every sentence from outweighing all others.
        vectors = np.sign(vectors) * np.sqrt(np.abs(vectors))
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors

    def _counts(self, text: str) -> NDArray[np.float64]:
        import numpy as np

        from assistant.text import fold_text

        folded = "".join(fold_text(text).split())
        codes = np.frombuffer(folded.encode("utf-32-le", "replace"), dtype=np.uint32)
        spread = [codes.astype(np.uint64) * np.uint64(factor) for factor in self._SPREAD]
        pairs = spread[0][:-1] ^ spread[1][1:]
        triples = spread[0][:-2] ^ spread[1][1:-1] ^ spread[2][2:]
        hashes = np.concatenate([pairs, triples])
        hashes ^= hashes >> np.uint64(29)
        hashes *= np.uint64(0xBF58476D1CE4E5B9)
        places = (hashes >> np.uint64(56)).astype(np.intp)
        signs = 1.0 - 2.0 * ((hashes >> np.uint64(40)) & np.uint64(1)).astype(np.float64)
        counts: NDArray[np.float64] = np.bincount(
            places, weights=signs, minlength=self.dimension
        ).astype(np.float64)
        return counts


class EndpointEmbedding:
    """A model behind an OpenAI-compatible ``/embeddings`` address."""

    semantic = True

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._endpoint = endpoint_of(settings, "向量")
        self.name = settings.embedding_model
        # One question is searched for several times: once for each district, and for the trace.
        self._one_text = lru_cache(maxsize=64)(lambda text: self._request([text]))

    @cached_property
    def dimension(self) -> int:
        """Length of a vector, asked of the endpoint once."""
        return int(self.embed_texts(["长度"]).shape[1])

    def embed_texts(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a row, scaled to unit length."""
        import numpy as np

        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        return self._one_text(texts[0]) if len(texts) == 1 else self._request(texts)

    def _request(self, texts: Sequence[str]) -> Vectors:
        import numpy as np
        from openai import OpenAIError

        try:
            vectors = np.asarray(self._client.embed_documents(list(texts)), dtype=np.float32)
            if vectors.ndim != 2 or len(vectors) != len(texts) or not np.isfinite(vectors).all():
                raise ValueError("not one vector of numbers for each text")
            lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
            if not lengths.all():
                raise ValueError("a vector of zeros")
        except (OpenAIError, ValueError, TypeError, KeyError, AttributeError, IndexError) as exc:
            # Some servers answer 200 with no data, or with text in its place.
            raise self._endpoint.error(exc) from exc
        vectors /= lengths
        return vectors

    @cached_property
    def _client(self) -> Any:
        from langchain_openai import OpenAIEmbeddings

        settings, endpoint = self._settings, self._endpoint
        return OpenAIEmbeddings(
            model=endpoint.model,
            base_url=endpoint.base_url or None,
            api_key=endpoint.key,
            # Without this the client posts token numbers, which no other server understands.
            check_embedding_ctx_length=False,
            model_kwargs={"encoding_format": "float"},
            chunk_size=settings.embedding_batch,
            timeout=settings.timeout_seconds,
            max_retries=settings.retries,
        )


def make_embedding(settings: Settings) -> Embedding:
    """Return the model that the settings name, or the built-in vectors if they name none."""
    return EndpointEmbedding(settings) if settings.embedding_model else HashedNgrams()
