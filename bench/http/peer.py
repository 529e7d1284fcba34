"""The obvious Python way to serve the same two routes, to measure against: FastAPI, DuckDB, httpx.

Needs fastapi, uvicorn[standard], duckdb, httpx and orjson. MODEL_URL is an OpenAI-compatible base URL, SAMPLES the folder of sample data.
"""
import json
import os
import tempfile

import duckdb
import httpx
import orjson
from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse, Response, StreamingResponse
from starlette.background import BackgroundTask

app = FastAPI()
database = duckdb.connect()
database.execute(f"CREATE TABLE order_items AS FROM read_parquet('{os.environ['SAMPLES']}/retail/order_items.parquet')")
client = httpx.AsyncClient(timeout=None)


@app.get("/healthz")
def healthz():
    return {"status": "ok"}


def run(sql: str, limit: int) -> dict:
    cursor = database.cursor().execute(sql)
    rows = cursor.fetchmany(limit)
    return {"columns": [{"name": name, "type": str(kind)} for name, kind, *_ in cursor.description], "rows": rows}


@app.post("/api/query")
async def query_orjson(request: Request):
    body = await request.json()
    answer = await run_in_threadpool(run, body["sql"], body.get("limit", 1000))
    return Response(orjson.dumps(answer, default=float), media_type="application/json")


@app.post("/api/query/json")
async def query_json(request: Request):
    body = await request.json()
    answer = await run_in_threadpool(run, body["sql"], body.get("limit", 1000))
    return Response(json.dumps(answer, default=str), media_type="application/json")


@app.post("/api/query/plain")
async def query_plain(request: Request):
    body = await request.json()
    return await run_in_threadpool(run, body["sql"], body.get("limit", 1000))


@app.get("/api/parquet")
def parquet(sql: str):
    path = tempfile.mktemp(suffix=".parquet")
    database.cursor().execute(f"COPY ({sql}) TO '{path}' (FORMAT parquet, COMPRESSION snappy)")
    return FileResponse(path, background=BackgroundTask(os.remove, path))


@app.post("/api/chat")
async def chat(request: Request):
    message = (await request.json())["message"]

    async def events():
        number = 0
        payload = {"model": "scripted", "stream": True, "messages": [{"role": "user", "content": message}]}
        async with client.stream("POST", os.environ["MODEL_URL"] + "/chat/completions", json=payload) as answer:
            async for text in answer.aiter_lines():
                if not text.startswith("data: {"):
                    continue
                delta = json.loads(text[6:])["choices"][0]["delta"].get("content")
                if delta:
                    number += 1
                    yield f"id: {number}\nevent: text\ndata: {json.dumps({'type': 'text', 'delta': delta})}\n\n"
        yield 'event: done\ndata: {"type":"done"}\n\n'

    return StreamingResponse(events(), media_type="text/event-stream")
