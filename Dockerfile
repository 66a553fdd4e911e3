# The app in a container: docker compose up, or
#   docker build -t learned-from . && docker run -p 127.0.0.1:8501:8501 learned-from
# tests/test_container.py runs every step of this file without Docker.
FROM python:3.13-slim-bookworm
WORKDIR /learned-from

COPY requirements.txt requirements.lock setup.sh ./
RUN ./setup.sh requirements.txt

COPY . .
RUN .venv/bin/python cli.py check

# A user without a name of its own may write what Review decides, and nothing else of the program.
COPY --chown=1000:1000 facts facts
USER 1000:1000
# the databases of the embedded engine are kept there
ENV HOME=/tmp

EXPOSE 8501
HEALTHCHECK --start-period=60s --interval=10s CMD [".venv/bin/python", "-c", "from urllib.request import urlopen; urlopen('http://localhost:8501/_stcore/health', timeout=5)"]
ENTRYPOINT [".venv/bin/python", "cli.py"]
CMD ["app", "--address", "0.0.0.0"]
