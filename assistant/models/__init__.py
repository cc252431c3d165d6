"""Endpoints of models: chat, embedding, rerank; what they cost, and what their failures mean."""
